using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Which of Skia's typefaces a run is drawn with.</summary>
internal interface ITypefaces
{
    SKTypeface Of(GlyphRun run);
}

/// <summary>Each font as it is: pixels do not carry their fonts along.</summary>
internal sealed class WholeTypefaces : ITypefaces
{
    public static readonly WholeTypefaces All = new();

    public SKTypeface Of(GlyphRun run) => run.Face.Typeface;
}

/// <summary>Notes which glyphs and characters of each font are drawn.</summary>
internal sealed class GlyphCollector : ITypefaces
{
    private readonly Dictionary<FontFace, (SortedSet<uint> Glyphs, SortedSet<uint> Points)> _uses = [];

    public IEnumerable<(FontFace Face, IReadOnlySet<uint> Glyphs, IReadOnlySet<uint> Points)> Uses =>
        _uses.Select(u => (u.Key, (IReadOnlySet<uint>)u.Value.Glyphs, (IReadOnlySet<uint>)u.Value.Points));

    public SKTypeface Of(GlyphRun run)
    {
        if (!_uses.TryGetValue(run.Face, out var use))
        {
            _uses.Add(run.Face, use = ([], []));
        }

        use.Glyphs.UnionWith(run.Glyphs.Select(g => (uint)g.Id));
        use.Points.UnionWith(run.Text.EnumerateRunes().Select(r => (uint)r.Value));
        return run.Face.Typeface;
    }
}

/// <summary>Fonts cut down to what was collected, their glyphs under the same numbers.</summary>
internal sealed class SubsetTypefaces : ITypefaces, IDisposable
{
    private readonly Dictionary<FontFace, SKTypeface> _typefaces = [];

    public SubsetTypefaces(GlyphCollector collected)
    {
        foreach (var (face, glyphs, points) in collected.Uses)
        {
            using var data = FontSubset.Of(face.Face, glyphs, points) is { } font ? SKData.CreateCopy(font) : null;
            if (data is not null && SKTypeface.FromData(data) is { } typeface)
            {
                _typefaces.Add(face, typeface);
            }
        }
    }

    public SKTypeface Of(GlyphRun run) => _typefaces.GetValueOrDefault(run.Face, run.Face.Typeface);

    public void Dispose()
    {
        foreach (var typeface in _typefaces.Values)
        {
            typeface.Dispose();
        }
    }
}
