using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Inter (SIL Open Font License), by its web subsets: a file embeds only the parts it uses. See fonts/README.md.</summary>
internal static class InterFonts
{
    private static readonly string[] Subsets = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext"];

    public static ImmutableArray<FontFace> Faces { get; } = [.. Subsets.SelectMany(s => new[] { Load(s, 400), Load(s, 600) })];

    private static FontFace Load(string subset, int weight)
    {
        var name = $"fonts/inter/inter-{subset}-{weight}.woff";
        using var stream = typeof(InterFonts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"'{name}' is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FontFace.Read(Woff.ToSfnt(bytes)) ?? throw new InvalidOperationException($"'{name}' is no font.");
    }
}
