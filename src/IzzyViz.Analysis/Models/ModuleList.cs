using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Models.Matching;

namespace IzzyViz.Analysis.Models;

/// <summary>A module and the sites its weights come from.</summary>
internal sealed record LocatedModule(AttentionModule Module, ImmutableArray<AttentionSite> Sites);

/// <summary>Gives the sites of a graph their names.</summary>
internal static class ModuleList
{
    public static ImmutableArray<LocatedModule> Of(GraphAnalysis graph, ModelConfig config)
    {
        var kinds = Kinds.Of(graph, config);
        var layers = LayerNumbers.Of(graph.Match.Modules, kinds);
        return [.. graph.Match.Modules.Select((sites, i) => new LocatedModule(Module(graph, config, sites, kinds[i], layers[i]), sites))];
    }

    private static AttentionModule Module(GraphAnalysis graph, ModelConfig config, ImmutableArray<AttentionSite> sites, AttentionKind kind, int layer)
    {
        var site = sites[0];
        var (heads, shared) = HeadCounts.Of(graph.Flow, site, sites.Length, (Configured(config, kind), config.KeyValueHeads));
        return new()
        {
            Kind = kind,
            Layer = layer,
            Heads = heads,
            KeyValueHeads = shared,
            Window = Window(graph, config, site, layer),
            Mechanism = Mechanisms.Of(graph.Flow, site),
            Tensor = site.IsFused ? site.Anchor.Output(0) : site.Weights,
            RowSum = site.RowSum,
            FurtherProducts = sites.Max(s => s.FurtherProducts),
            Refused = site.Refused is { } why ? ModelDiagnostics.UnsupportedForm.At(graph.File.Path, site.Anchor.Label, site.Anchor.FullOp, why) : null,
        };
    }

    private static int? Configured(ModelConfig config, AttentionKind kind) => kind switch
    {
        AttentionKind.Encoder => config.Number("encoder_attention_heads") ?? config.Heads,
        AttentionKind.Decoder or AttentionKind.Cross => config.Number("decoder_attention_heads") ?? config.Heads,
        _ => null,
    };

    /// <summary>As the graph makes the mask; where it does not tell, as the config says it of this layer.</summary>
    private static int? Window(GraphAnalysis graph, ModelConfig config, AttentionSite site, int layer) =>
        SlidingWindow.Of(graph.Flow, site) ?? (layer < config.LayerTypes.Length && config.LayerTypes[layer] == "sliding_attention" ? config.Window : null);
}
