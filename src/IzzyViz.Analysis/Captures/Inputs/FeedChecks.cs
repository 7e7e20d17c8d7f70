using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>What the runtime would fail on, or would read from the wrong row, told before it runs: the input, the number and the limit.</summary>
internal sealed class FeedChecks(GraphAnalysis graph, GivenTensors given, FeedLengths lengths)
{
    /// <exception cref="DiagnosticException">A tensor that is fed does not fit the graph.</exception>
    public void Check(ImmutableSortedDictionary<string, Tensor> feeds, int? padding)
    {
        var inputs = graph.Flow.FedInputs.ToList();
        foreach (var input in inputs.Where(i => given.RoleOf(i) is InputRole.Tokens or InputRole.User))
        {
            CheckContent(input, feeds[input.Name]);
        }

        foreach (var tokens in inputs.Where(i => given.RoleOf(i) == InputRole.Tokens && lengths.Past == 0))
        {
            CheckCompanions(tokens, inputs, feeds);
        }

        new PositionCheck(graph, given, lengths).Check(feeds, padding);
    }

    private void CheckContent(OnnxValue input, Tensor tensor)
    {
        if (tensor.Count == 0)
        {
            throw Refusal(ModelDiagnostics.NothingToRead, input.Name, Shape(tensor));
        }

        if (given.RoleOf(input) == InputRole.Tokens && Vocabulary.Rows(graph.Flow, input.Name) is { } rows)
        {
            foreach (var id in tensor.ToInt64s().Where(id => id < 0 || id >= rows))
            {
                throw Refusal(ModelDiagnostics.IdOutside, input.Name, id, rows, rows - 1);
            }
        }
    }

    /// <summary>Masks, types and positions of the same tokens: those whose axes the graph calls the same.</summary>
    private void CheckCompanions(OnnxValue tokens, List<OnnxValue> inputs, ImmutableSortedDictionary<string, Tensor> feeds)
    {
        var all = inputs.Where(i => given.RoleOf(i) is InputRole.Mask or InputRole.Types or InputRole.Positions && Prefix(i.Name) == Prefix(tokens.Name) && i.Dims?.Length == tokens.Dims?.Length);
        foreach (var other in all.Where(o => Differ(tokens, o, (feeds[tokens.Name].Dims, feeds[o.Name].Dims))))
        {
            throw Refusal(ModelDiagnostics.NotAlike, tokens.Name, Shape(feeds[tokens.Name]), other.Name, Shape(feeds[other.Name]));
        }
    }

    private static bool Differ(OnnxValue a, OnnxValue b, (ImmutableArray<long> A, ImmutableArray<long> B) sizes) => a.Dims is { } first && b.Dims is { } second
        && Enumerable.Range(0, first.Length).Any(i => !string.IsNullOrEmpty(first[i].Symbol) && first[i].Symbol == second[i].Symbol && sizes.A[i] != sizes.B[i]);

    private static string Prefix(string name) => name.StartsWith("decoder_", StringComparison.Ordinal) ? "decoder" : name.StartsWith("encoder_", StringComparison.Ordinal) ? "encoder" : "";

    private static string Shape(Tensor tensor) => string.Join(", ", tensor.Dims);

    private DiagnosticException Refusal(DiagnosticDescriptor descriptor, params object[] arguments) => new(descriptor.At(graph.File.Path, arguments));
}
