using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>The address of everything that has a page. Addresses hold ids only, so they stay when content changes.</summary>
internal static class SiteAddresses
{
    public static readonly SitePath Home = SitePath.Of("index.html");

    public static readonly SitePath Models = SitePath.Page("models");

    public static readonly SitePath Slices = SitePath.Page("slices");

    public static readonly SitePath Comparisons = SitePath.Page("comparisons");

    public static readonly SitePath Definitions = SitePath.Page("definitions");

    public static readonly SitePath Documents = SitePath.Page("docs");

    public static readonly SitePath Provenance = SitePath.Page("provenance");

    public static readonly SitePath Review = SitePath.Page("review");

    public static readonly SitePath Search = SitePath.Of("search.js");

    public static readonly SitePath NotFound = SitePath.Of("404.html");

    /// <summary>Of a model, or of a family of models: no id is both.</summary>
    public static SitePath Model(string model) => SitePath.Page("models", model);

    /// <summary>No module has this name: theirs have a number.</summary>
    public static SitePath Structure(string model) => SitePath.Page("models", model, "structure");

    public static SitePath Module(string model, string module) => SitePath.Page("models", model, module);

    public static SitePath Head(string model, HeadAddress head) => SitePath.Page("models", model, head.Module, $"{head.Head}");

    /// <param name="slice"><c>dataset/slice</c>.</param>
    public static SitePath Slice(string slice) => Split(slice) is var (dataset, name) ? SitePath.Page("slices", dataset, name) : default;

    public static SitePath Example(string model, string slice, string example) =>
        Split(slice) is var (dataset, name) ? SitePath.Page("examples", model, dataset, name, example) : default;

    public static SitePath Comparison(string id) => SitePath.Page("comparisons", id);

    public static SitePath Definition(string id) => SitePath.Page("definitions", id);

    private static (string Dataset, string Slice) Split(string address)
    {
        var slash = address.IndexOf('/');
        return (address[..slash], address[(slash + 1)..]);
    }
}
