using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>The heads of a model by the roles of the keys they attend to, over the examples whose maps are kept.</summary>
internal static class ModelAtlas
{
    /// <summary>Fewer heads than this are seen better in a table.</summary>
    private const int LeastHeads = 3;

    /// <summary>One atlas and one map by role for each kind of attention, where the run asks for them.</summary>
    public static ImmutableArray<FigureView> Of(SitePath page, RunContent run)
    {
        if (run.Shown.IsEmpty || (!run.Asks("head-atlas") && !run.Asks("role-map")))
        {
            return [];
        }

        var kinds = RoleShares.Of(run.Shown.Select(s => s.Load().Maps)).GroupBy(h => h.Head.Kind).ToList();
        return [.. kinds.SelectMany(k => Of(page, run, [.. k], kinds.Count > 1 ? $"-{SheetWords.PrefixOf(k.Key)}" : ""))];
    }

    private static IEnumerable<FigureView> Of(SitePath page, RunContent run, ImmutableArray<RoleShares> heads, string suffix)
    {
        var over = $"{Words.Count(run.Shown.Length, "example")} of {run.SliceId}";
        var of = suffix.Length > 0 ? $": {SheetWords.ShortNameOf(heads[0].Head.Kind).ToLowerInvariant()}" : "";
        string LinkOf(Analysis.Summaries.HeadAddress head) => SiteAddresses.Head(run.ModelId, head).RelativeTo(page);
        if (run.Asks("head-atlas") && heads.Length >= LeastHeads)
        {
            var options = HeadAtlasOptions.Default with { Slug = $"head-atlas{suffix}", Title = $"Atlas of the heads{of}", Over = over, LinkOf = LinkOf };
            yield return FigureView.From(page, HeadAtlasFigure.Draw(heads, options), "head-atlas");
        }

        if (run.Asks("role-map"))
        {
            var options = RoleMapOptions.Default with { Slug = $"role-map{suffix}", Title = $"Attention by the role of the key{of}", Over = over, LinkOf = LinkOf };
            yield return FigureView.From(page, RoleMapFigure.Draw(heads, options), "role-map");
        }
    }
}
