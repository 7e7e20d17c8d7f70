using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Views;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Figures;

/// <summary>The views of other tools and those of one example through the layers, at several sizes and in several scripts, for the contact sheet.</summary>
internal static class ViewSheet
{
    private static readonly int[] Sizes = [6, 24, 64, 200];

    public static IEnumerable<(string Name, Figure Figure)> Figures()
    {
        foreach (var size in Sizes)
        {
            foreach (var figure in Of($"{size}", SampleMaps.Model(AttentionKind.Encoder, 4, 4, size)).Concat(Of($"causal-{size}", SampleMaps.Model(AttentionKind.Decoder, 6, 4, size))))
            {
                yield return figure;
            }
        }

        var scripts = Of("chinese", Layers(SampleMaps.OfChinese())).Concat(Of("arabic", Layers(SampleMaps.OfArabic()))).Concat(Of("mixed", Layers(SampleMaps.OfMixed())));
        foreach (var figure in scripts.Concat(Real()))
        {
            yield return figure;
        }

        yield return ("model-view-144-24", ModelViewFigure.Draw(SampleMaps.Model(AttentionKind.Encoder, 12, 12, 24), Linked));
        yield return ("model-view-144-64", ModelViewFigure.Draw(SampleMaps.Model(AttentionKind.Decoder, 12, 12, 64), Linked));
        yield return ("model-view-1024-128", ModelViewFigure.Draw(SampleMaps.Model(AttentionKind.Decoder, 32, 32, 128), Linked));
        yield return ("atlas-144", Atlas(SampleMaps.Model(AttentionKind.Encoder, 12, 12, 40)));
        yield return ("atlas-1024", Atlas(SampleMaps.Model(AttentionKind.Decoder, 32, 32, 30)));
        yield return ("roles-144", RoleMapFigure.Draw(RoleShares.Of([SampleMaps.Model(AttentionKind.Encoder, 12, 12, 40)]), RoleMapOptions.Default));
        yield return ("neuron-view-12", NeuronViewFigure.Draw(SampleVectors.Of(12, 32), NeuronViewOptions.Default));
        yield return ("neuron-view-200", NeuronViewFigure.Draw(SampleVectors.Of(200, 64), NeuronViewOptions.Default));
        yield return ("head-view-cross", HeadViewFigure.Draw(SampleMaps.Cross(9, 20)[..4], HeadViewOptions.Default));
    }

    private static IEnumerable<(string Name, Figure Figure)> Real() =>
        RealMaps.Load("minilm-l6-int8", "t29") is { IsEmpty: false } maps ? Of("real", maps) : [];

    private static ModelViewOptions Linked => ModelViewOptions.Default with { LinkOf = head => $"#{head.Short}" };

    private static Figure Atlas(ImmutableArray<AttentionMap> maps) => HeadAtlasFigure.Draw(RoleShares.Of([maps]), HeadAtlasOptions.Default with { LinkOf = head => $"#{head.Short}" });

    private static ImmutableArray<AttentionMap> Layers(AttentionMap map) =>
        [.. from layer in Enumerable.Range(0, 3) from head in Enumerable.Range(0, 4) select SampleMaps.Map(new(AttentionKind.Encoder, layer, head), map.Axes)];

    private static IEnumerable<(string Name, Figure Figure)> Of(string name, ImmutableArray<AttentionMap> maps)
    {
        var layers = HeadMean.PerLayer(maps);
        var first = maps.Where(m => m.Head.Layer == 1).Take(4).ToImmutableArray();
        var middle = layers[0].Axes.Queries.Count / 2;
        yield return ($"head-view-{name}", HeadViewFigure.Draw(first, HeadViewOptions.Default));
        yield return ($"model-view-{name}", ModelViewFigure.Draw(maps, Linked));
        yield return ($"head-sum-{name}", HeadSumFigure.Draw(first, HeadSumOptions.Default));
        yield return ($"token-colours-{name}", TokenColoursFigure.Draw(first[1], TokenColoursOptions.Default));
        yield return ($"token-colours-from-{name}", TokenColoursFigure.Draw(first[1], TokenColoursOptions.Default with { From = middle }));
        yield return ($"rollout-{name}", RolloutFigure.Draw(layers, RolloutOptions.Default));
        yield return ($"layer-arcs-{name}", LayerArcsFigure.Draw(layers, LayerArcsOptions.Default));
        yield return ($"token-journey-{name}", TokenJourneyFigure.Draw(layers, TokenJourneyOptions.Default with { Token = middle }));
        yield return ($"roles-{name}", RoleMapFigure.Draw(RoleShares.Of([maps]), RoleMapOptions.Default));
        yield return ($"atlas-{name}", Atlas(maps));
        if (maps[0].Head.Kind == AttentionKind.Decoder)
        {
            yield return ($"generation-{name}", GenerationFigure.Draw(HeadMean.Of(maps), new() { Prompt = middle }));
        }
    }
}
