using System.Text;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>One finished file of the site.</summary>
internal sealed record SiteFile(SitePath Path, ReadOnlyMemory<byte> Content)
{
    public static SiteFile Text(SitePath path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}

/// <summary>Files that are made together, when they are asked for: a page, its twin and its figures. What it made is not kept.</summary>
/// <param name="Name">The first of the files; parts are produced in its order.</param>
internal sealed record SitePart(SitePath Name, Func<IEnumerable<SiteFile>> Produce);
