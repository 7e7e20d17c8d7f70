using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Formats by name: "svg", "pdf", "png"; the name is the extension too.</summary>
internal static class FigureFormats
{
    public static ImmutableArray<FigureFormat> All { get; } = [.. Enum.GetValues<FigureFormat>()];

    public static string Names { get; } = string.Join(", ", All.Select(Name));

    /// <summary>Also the extension of its files, without the dot.</summary>
    public static string Name(this FigureFormat format) => format.ToString().ToLowerInvariant();

    public static FigureFormat? Find(string name) =>
        All.Where(f => f.Name().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Select(f => (FigureFormat?)f).FirstOrDefault();

    /// <summary>The format a file's name asks for; null where its extension names none.</summary>
    public static FigureFormat? Of(string path) => Find(Path.GetExtension(path).TrimStart('.'));
}
