using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>What the graph says about the shape that a Reshape asks for, besides the sizes that are written: which are copied, and how the last is computed.</summary>
internal sealed class WrittenShape(DataFlow flow, string shape)
{
    private const int NearBy = 8;

    private static readonly ImmutableArray<string> SameNumber = ["Unsqueeze", "Cast", "Identity", "Squeeze"];

    /// <summary>Null for those that are computed or inferred; empty where not even their number is known.</summary>
    public ImmutableArray<long?> Sizes { get; } = ReshapeTarget.Of(flow, shape);

    /// <summary>How many leading sizes are copied.</summary>
    public int Kept { get; } = flow.Constant(shape)?.Int64s() is { } sizes ? sizes.TakeWhile(s => s == 0).Count() : 0;

    /// <summary>Whether the size along an axis, from the end, is what is left of the others.</summary>
    public bool IsOpen(int axis) => flow.Constant(shape)?.Int64s() is { } sizes ? axis < sizes.Length && sizes[^(axis + 1)] == -1
        : flow.Producer(shape) is { Op: "Concat" } concat && axis < concat.Inputs.Length && flow.Constant(concat.Inputs[^(axis + 1)])?.Int64s() is [-1];

    /// <summary>The last size, and no other, is computed as a product of sizes.</summary>
    /// <param name="count">How many there are.</param>
    public bool EndsInProduct(int? count) => flow.Producer(shape) is { Op: "Concat" } concat
        && concat.Inputs.Length == count && Maker(concat.Inputs[^1]) == "Mul" && concat.Inputs.SkipLast(1).All(i => Maker(i) != "Mul");

    /// <summary>The last size is computed by a division, as the size of one head is.</summary>
    public bool EndsInQuotient => flow.Producer(shape) is { Op: "Concat", Inputs: [.., var last] } && Maker(last) == "Div";

    private string? Maker(string part)
    {
        var node = flow.Producer(part);
        for (var step = 0; step < NearBy && node is not null && (SameNumber.Contains(node.Op, StringComparer.Ordinal) || node.Op == "Floor"); step++)
        {
            node = flow.Producer(node.Input(0));
        }

        return node?.Op;
    }
}
