using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models.Graphs;

namespace IzzyViz.Analysis.Models;

/// <summary>Reads a model's structure: a scan of the mapped file that steps over the weights.</summary>
public static class ModelReader
{
    /// <summary>The structure, or null and errors in the bag where the files cannot be read.</summary>
    public static ModelStructure? Inspect(ModelFolder folder, DiagnosticBag bag)
    {
        var graphs = new List<GraphAnalysis>();
        try
        {
            foreach (var file in folder.Graphs)
            {
                if (GraphAnalysis.Open(file, useCache: false, bag) is not { } graph)
                {
                    return null;
                }

                graphs.Add(graph);
            }

            return Structure(folder, graphs);
        }
        finally
        {
            graphs.ForEach(g => g.Dispose());
        }
    }

    private static ModelStructure Structure(ModelFolder folder, List<GraphAnalysis> graphs)
    {
        var modules = graphs.SelectMany(g => ModuleList.Of(g, folder.Config).Select(p => p.Module)).OrderBy(m => m.Kind).ThenBy(m => m.Layer).ToImmutableArray();
        var outputs = graphs[^1].Model.Graph.Outputs;
        ImmutableArray<ModelInputInfo> inputs = [.. graphs.SelectMany(Inputs)];
        var vocabulary = Vocabulary.Rows(graphs[^1].Flow) ?? Vocabulary.Rows(graphs[0].Flow);
        var signs = new TaskSigns
        {
            Outputs = [.. outputs],
            Modules = modules,
            ReadsTokens = inputs.Any(i => i.FedBy == InputRole.Tokens),
            Vocabulary = vocabulary ?? folder.Config.VocabularySize,
            Config = folder.Config,
        };
        return new()
        {
            Modules = modules,
            Inputs = inputs,
            Refusals = [.. graphs.SelectMany(Refusals)],
            Opsets = graphs[0].Model.Opsets,
            Precision = Precisions.Of(graphs.MaxBy(g => g.Map.Length)!.Model.Graph),
            HasDynamicQuantisation = graphs.Any(g => Precisions.IsDynamic(g.Model.Graph)),
            Bytes = folder.TotalBytes,
            Positions = folder.Config.Positions,
            Task = Tasks.Of(signs),
            VocabularyRows = vocabulary,
            OutputNames = [.. outputs.Select(o => o.Name)],
        };
    }

    /// <summary>A graph that stands alone has no encoder whose results could be handed on.</summary>
    private static IEnumerable<ModelInputInfo> Inputs(GraphAnalysis graph) => InputRoles.Of(graph.Flow.FedInputs)
        .Select(i => i with { Graph = graph.File.Role, FedBy = i.FedBy == InputRole.Encoder && graph.File.Role == GraphRole.Single ? InputRole.User : i.FedBy });

    private static IEnumerable<Refusal> Refusals(GraphAnalysis graph) =>
        graph.Match.Modules.Where(m => m[0].Refused is not null)
            .Select(m => new Refusal(ModelDiagnostics.UnsupportedForm.Code, m[0].Anchor.Label, $"{m[0].Anchor.FullOp}: {m[0].Refused}"))
            .Concat(graph.Match.Rejected.Select(r => new Refusal(ModelDiagnostics.NotTokenAttention.Code, r.Node.Label, r.Reason)));
}
