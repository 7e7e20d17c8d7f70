using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Lengths;

/// <summary>
/// Finds the tables that positions index, so that an input longer than they are is told before the runtime fails on it. By the data flow: the index is an input of positions, or counts
/// tokens, with a number added to it at most. Any other index is none of positions.
/// </summary>
internal static class PositionTables
{
    private const int MostSteps = 24;

    public static ImmutableArray<PositionTable> Of(DataFlow flow) =>
        [.. flow.Nodes.Where(n => n.Is("Gather") && n.Int("axis") == 0).Select(n => Of(flow, n)).OfType<PositionTable>().Distinct()];

    private static PositionTable? Of(DataFlow flow, OnnxNode gather) =>
        flow.Constant(gather.Input(0)) is { Dims: [var rows, _], Type: var type } && type.IsFloat() && Index(flow, gather.Input(1)) is { } counter && rows > counter.First
            ? new(Math.Min(rows, counter.Most) - counter.First, counter.Input, counter.CountsPadding) : null;

    /// <summary>What counts the tokens, back over what keeps the count or adds a number to it.</summary>
    private static TokenCounter? Index(DataFlow flow, string tensor)
    {
        long first = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            if (TokenCounter.Of(flow, tensor) is { } counter)
            {
                return counter with { First = counter.First + first, Most = counter.Most == long.MaxValue ? long.MaxValue : counter.Most + first };
            }

            var node = flow.Producer(tensor);
            var (added, rest) = node is null ? (0L, null) : Before(flow, node);
            if (rest is null)
            {
                return null;
            }

            (first, tensor) = (first + added, rest);
        }

        return null;
    }

    private static (long Added, string? From) Before(DataFlow flow, OnnxNode node) => node.Op switch
    {
        "Add" when flow.Number(node.Input(1)) is { } second => (second, node.Input(0)),
        "Add" when flow.Number(node.Input(0)) is { } first => (first, node.Input(1)),
        "Sub" when flow.Number(node.Input(1)) is { } second => (-second, node.Input(0)),

        // Where padding has no position the count is multiplied by the mask that was summed.
        "Mul" => (0, node.Inputs.FirstOrDefault(i => flow.Producer(i) is { Op: "CumSum" or "Add" or "Sub" }) ?? node.Inputs.FirstOrDefault(i => flow.Producer(i) is { Op: "Cast" } c && flow.Producer(c.Input(0)) is { Op: "CumSum" or "Add" })),
        "Cast" or "Unsqueeze" or "Squeeze" or "Reshape" or "Expand" or "Identity" or "Flatten" => (0, node.Input(0)),
        _ => (0, null),
    };
}
