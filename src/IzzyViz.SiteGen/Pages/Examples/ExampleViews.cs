using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Views;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Examples;

/// <summary>One example in the views a gallery asks for beyond maps: lines between tokens, flows and arcs through the layers.</summary>
internal static class ExampleViews
{
    private static readonly AttentionKind[] SelfKinds = [AttentionKind.Encoder, AttentionKind.Text, AttentionKind.Vision, AttentionKind.Decoder];

    public static ImmutableArray<FigureView> Of(SiteIndex site, SitePath page, RunContent run, ExampleSummary example)
    {
        var maps = example.Maps.ToList();
        var self = SelfKinds.Select(kind => maps.Where(m => m.Head.Kind == kind).ToImmutableArray()).FirstOrDefault(m => !m.IsEmpty, []);
        IEnumerable<(string Kind, Figure Figure)> drawn =
        [
            .. Asked(run, "head-view", maps.Count > 0, () => HeadView(site, run, example)),
            .. Asked(run, "model-view", maps.Count > 0, () => ModelViewFigure.Draw(maps, ModelViewOptions.Default with { LinkOf = head => SiteAddresses.Head(run.ModelId, head).RelativeTo(page) })),
            .. Asked(run, "generation", maps.Exists(m => m.Head.Kind == AttentionKind.Cross), () => Written(maps)),
            .. self.IsEmpty || !IsSquare(self[0]) ? [] : Through(run, HeadMean.PerLayer(self), self),
        ];
        return [.. drawn.Select(f => FigureView.From(page, f.Figure, f.Kind))];
    }

    // Rollout and its like need every query of the text.
    private static bool IsSquare(AttentionMap map) => map.Axes.Queries.Count == map.Axes.Keys.Count;

    private static IEnumerable<(string Kind, Figure Figure)> Through(RunContent run, ImmutableArray<AttentionMap> layers, ImmutableArray<AttentionMap> heads)
    {
        var last = layers[^1].Head;
        var ofLast = heads.Where(m => m.Head.Layer == last.Layer).ToImmutableArray();
        var named = $"L{last.Layer}, mean of all heads";
        return
        [
            .. Asked(run, "layer-arcs", true, () => LayerArcsFigure.Draw(layers, LayerArcsOptions.Default)),
            .. Asked(run, "token-journey", layers.Length > 1, () => TokenJourneyFigure.Draw(layers, TokenJourneyOptions.Default)),
            .. Asked(run, "rollout", true, () => RolloutFigure.Draw(layers, RolloutOptions.Default)),
            .. Asked(run, "head-sum", true, () => HeadSumFigure.Draw(ofLast, HeadSumOptions.Default with { Title = $"The heads of L{last.Layer} taken together" })),
            .. Asked(run, "token-colours", true, () => TokenColoursFigure.Draw(layers[^1], TokenColoursOptions.Default with { From = FollowedToken.Of(layers[^1].Axes), HeadName = named })),
        ];
    }

    private static IEnumerable<(string Kind, Figure Figure)> Asked(RunContent run, string kind, bool isPossible, Func<Figure> draw) =>
        isPossible && run.Asks(kind) ? [(kind, draw())] : [];

    // The heads that stand out; of one kind of attention, since one picture has one pair of texts.
    private static Figure HeadView(SiteIndex site, RunContent run, ExampleSummary example)
    {
        var standing = ChosenFigure.Standing(site, run, example).Select(s => s.Head).ToList();
        var maps = example.Maps.ToList();
        var kind = standing.GroupBy(h => h.Kind).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(maps[0].Head.Kind);
        var chosen = maps.Where(m => m.Head.Kind == kind && standing.Contains(m.Head)).DefaultIfEmpty(maps[0]).ToImmutableArray();
        return HeadViewFigure.Draw(chosen, HeadViewOptions.Default with { Title = "Heads that stand out, line by line", NameOf = head => site.NameOf(run.ModelId, head) });
    }

    // What an encoder-decoder wrote, and which words of the source it looked at meanwhile.
    private static Figure Written(List<AttentionMap> maps)
    {
        var cross = HeadMean.Of([.. maps.Where(m => m.Head.Kind == AttentionKind.Cross)]);
        return GenerationFigure.Draw(cross, new() { Prompt = 1, Heads = "mean of all cross-attention heads" });
    }
}
