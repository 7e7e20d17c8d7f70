using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>
/// Nodes on which the runtime (1.31) ends the process instead of failing, as far as the file tells: integers are divided without a look at the one quotient that does not
/// exist, a ConvTranspose divides by its group, an Attention reads its missing bias. What is computed first is left to isolation.
/// </summary>
internal sealed class FatalNodes
{
    private const int Bias = 2;

    private readonly Dictionary<string, OnnxTensor> _constants = new(StringComparer.Ordinal);

    private FatalNodes()
    {
    }

    /// <summary>Those of a graph and of the branches and loops inside it, with what is wrong.</summary>
    public static IEnumerable<(OnnxNode Node, string Why)> In(OnnxGraph graph) => new FatalNodes().Found(graph);

    private IEnumerable<(OnnxNode Node, string Why)> Found(OnnxGraph graph)
    {
        foreach (var tensor in graph.Initializers)
        {
            _constants.TryAdd(tensor.Name, tensor);
        }

        foreach (var node in graph.Nodes)
        {
            if (Why(node) is { } why)
            {
                yield return (node, why);
            }

            foreach (var inner in node.Attributes.SelectMany(a => a.Graphs).SelectMany(Found))
            {
                yield return inner;
            }
        }
    }

    private string? Why(OnnxNode node) => node switch
    {
        { Domain: "", Op: "Div" } or { Domain: "", Op: "Mod" } when DividesLeastByMinusOne(node) => "it divides the least integer by -1, which no integer is the result of",
        { Domain: "", Op: "ConvTranspose" } when node.Int("group", 1) == 0 => "its channels are divided into 0 groups",
        { Domain: "com.microsoft", Op: "Attention" } when node.Input(Bias).Length == 0 => "it has no bias; give it one of zeros",
        _ => null,
    };

    /// <summary>A remainder with the sign of the dividend (<c>fmod</c>) is computed in floats and survives.</summary>
    private bool DividesLeastByMinusOne(OnnxNode node)
    {
        if (node.Int("fmod") != 0 || !_constants.TryGetValue(node.Input(0), out var dividend) || !_constants.TryGetValue(node.Input(1), out var divisor))
        {
            return false;
        }

        var least = dividend.Type switch { ElementType.Int32 => int.MinValue, ElementType.Int64 => long.MinValue, _ => 0 };
        return least != 0 && Meet(Places(dividend, least), Places(divisor, -1), dividend.Dims.SequenceEqual(divisor.Dims));
    }

    private static ImmutableArray<int> Places(OnnxTensor tensor, long value) =>
        tensor.Int64s() is { } values ? [.. Enumerable.Range(0, values.Length).Where(i => values[i] == value)] : [];

    /// <summary>Tensors of one shape are divided one by one; of others, one is stretched over the other.</summary>
    private static bool Meet(ImmutableArray<int> least, ImmutableArray<int> minusOne, bool sameShape) =>
        sameShape ? least.Intersect(minusOne).Any() : !least.IsEmpty && !minusOne.IsEmpty;
}
