using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models;

/// <summary>Names each module's kind from the data flow; config and names only where that cannot tell. A run may correct encoder against decoder.</summary>
internal static class Kinds
{
    private static readonly ImmutableArray<string> CausalFamilies =
    [
        "gpt", "llama", "mistral", "mixtral", "qwen", "gemma", "phi", "opt", "bloom", "falcon", "mpt", "stablelm", "codegen", "olmo", "granite", "smollm", "deepseek", "cohere",
        "starcoder", "exaone", "internlm", "baichuan", "ctrl", "xglm", "biogpt",
    ];

    public static ImmutableArray<AttentionKind> Of(GraphAnalysis graph, ModelConfig config)
    {
        var sites = graph.Match.Modules.Select(m => m[0]).ToList();
        var slots = new SlotLayers(graph.Flow, sites);
        var relations = sites.Select(slots.RelationOf).ToList();
        var crosses = sites.Where((_, i) => relations[i] == Relation.Cross).ToList();
        var slotsAttend = crosses.Count > 0 || slots.ReadAgain || sites.Exists(s => s.SlotsAttend);
        var causal = IsCausal(graph, config);
        return [.. sites.Select((s, i) => relations[i] switch
        {
            Relation.Cross => AttentionKind.Cross,
            Relation.Learned => slotsAttend ? AttentionKind.Cross : AttentionKind.Pool,
            _ when slots.AreIn(s) || (s.SlotsAttend && relations.Contains(Relation.Learned)) => AttentionKind.Decoder,
            _ => OfSelf(graph, s, crosses, causal),
        })];
    }

    private static AttentionKind OfSelf(GraphAnalysis graph, AttentionSite site, List<AttentionSite> crosses, bool causal)
    {
        if (graph.File.Role != GraphRole.Single)
        {
            return graph.File.Role == GraphRole.Encoder ? AttentionKind.Encoder : AttentionKind.Decoder;
        }

        if (crosses.Count > 0)
        {
            var own = graph.Flow.Reach(site.Query);
            return crosses.Any(c => own.Overlaps(graph.Flow.Reach(c.Query).Without(graph.Flow.Reach(c.Key)))) ? AttentionKind.Decoder : AttentionKind.Encoder;
        }

        return Tower(graph, site) ?? (causal || IsMarkedCausal(site.Anchor) ? AttentionKind.Decoder : AttentionKind.Encoder);
    }

    /// <summary>Two stacks that never read each other, one over an image and one over tokens.</summary>
    private static AttentionKind? Tower(GraphAnalysis graph, AttentionSite site)
    {
        var inputs = graph.Flow.FedInputs.ToList();
        var image = inputs.FindIndex(i => ImageInput.Is(graph.Flow, i));
        var tokens = inputs.FindIndex(i => InputRoles.Of(i) == InputRole.Tokens);
        if (image < 0 || tokens < 0)
        {
            return null;
        }

        var reach = graph.Flow.Reach(site.Query).With(graph.Flow.Reach(site.Key));
        return (reach.Overlaps(InputSet.Of(image)), reach.Overlaps(InputSet.Of(tokens))) switch
        {
            (true, false) => AttentionKind.Vision,
            (false, true) => AttentionKind.Text,
            _ => null,
        };
    }

    private static bool IsMarkedCausal(OnnxNode node) => node.Op switch
    {
        "GroupQueryAttention" => node.Int("causal", 1) == 1,
        "Attention" or "MultiHeadAttention" or "QAttention" => node.Int("is_causal") == 1 || node.Int("unidirectional") == 1,
        _ => false,
    };

    private static bool IsCausal(GraphAnalysis graph, ModelConfig config) =>
        graph.Flow.FedInputs.Any(i => InputRoles.Of(i) == InputRole.EmptyPast)
        || config.IsDecoder == true
        || config.Architectures.Any(a => a.Contains("CausalLM", StringComparison.Ordinal) || a.Contains("LMHeadModel", StringComparison.Ordinal))
        || CausalFamilies.Any(f => config.ModelType.StartsWith(f, StringComparison.Ordinal))
        || graph.Model.Graph.Nodes.Any(n => n.Is("Trilu"));
}
