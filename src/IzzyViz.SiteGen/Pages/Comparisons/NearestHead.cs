using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>A head and the most alike one of the other side.</summary>
internal sealed record NearestHead(PageLink Head, PageLink Nearest, Quantity Distance)
{
    public static NearestHead Of(ComparisonView view, ComparedPair pair, (HeadPair Heads, double Distance) found) => new(
        new(view.NameOf(pair.First, found.Heads.First), SiteAddresses.Head(pair.First, found.Heads.First)),
        new(view.NameOf(pair.Second, found.Heads.Second), SiteAddresses.Head(pair.Second, found.Heads.Second)),
        Comparisons.Distance.Of(found.Distance));
}
