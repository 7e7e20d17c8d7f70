using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Printing;

/// <summary>The fonts of a file: Inter, which is part of the tool, and those the user names, in this order. Never one of the machine's.</summary>
internal sealed class FontSet
{
    private readonly ImmutableArray<FontFace> _faces;
    private readonly ConcurrentDictionary<(string Grapheme, bool IsStrong), FontFace?> _chosen = new();

    private FontSet(ImmutableArray<FontFace> faces) => _faces = faces;

    public static FontSet Inter { get; } = new(InterFonts.Faces);

    /// <summary>The code points no font has that were asked for so far.</summary>
    public ImmutableArray<Rune> Missing =>
        [.. _chosen.Where(c => c.Value is null && c.Key.Grapheme != TextShaper.WordStart).SelectMany(c => TextShaper.Essential(c.Key.Grapheme)).Where(r => !_faces.Any(f => f.Has(r))).Distinct().Order()];

    /// <summary>Says of two sets whether they draw alike.</summary>
    public string Identity => string.Join(' ', _faces.Skip(InterFonts.Faces.Length).Select(f => f.Digest));

    /// <param name="files">TrueType, OpenType or WOFF; those that cannot be read are reported and left out.</param>
    public static FontSet With(IEnumerable<string> files, DiagnosticBag bag) =>
        new([.. InterFonts.Faces, .. files.Select(f => FontFile.Read(f, bag)).OfType<FontFace>()]);

    /// <summary>The first face that has all of a grapheme, of the weight asked for if there is one; null where there is none.</summary>
    public FontFace? FaceFor(string grapheme, bool isStrong) => _chosen.GetOrAdd((grapheme, isStrong), Choose);

    /// <summary>Says once what is shown by its code point, and what helps.</summary>
    public void Report(DiagnosticBag bag, string where)
    {
        if (Missing is { Length: > 0 } missing)
        {
            var shown = string.Join(", ", missing.Take(8).Select(r => string.Create(CultureInfo.InvariantCulture, $"U+{r.Value:X4}")));
            bag.Add(PrintDiagnostics.GlyphsMissing.At(where, missing.Length, missing.Length > 8 ? shown + " …" : shown));
        }
    }

    private FontFace? Choose((string Grapheme, bool IsStrong) key)
    {
        var essential = TextShaper.Essential(key.Grapheme).ToArray();
        var fitting = _faces.Where(f => essential.All(f.Has)).ToArray();
        return fitting.FirstOrDefault(f => f.IsStrong == key.IsStrong) ?? fitting.FirstOrDefault();
    }
}
