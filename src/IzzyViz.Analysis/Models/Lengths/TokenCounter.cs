using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Lengths;

/// <summary>A tensor that numbers the tokens of an input.</summary>
/// <param name="First">The number of the first token.</param>
/// <param name="Most">How many numbers there are at most.</param>
internal readonly record struct TokenCounter(string Input, long First, bool CountsPadding, long Most = long.MaxValue)
{
    public static TokenCounter? Of(DataFlow flow, string tensor)
    {
        if (flow.Producer(tensor) is not { } node)
        {
            return flow.FedInputs.Any(i => i.Name == tensor && InputRoles.Of(i) == InputRole.Positions) ? new(tensor, 0, true) : null;
        }

        return node.Op switch
        {
            "Range" when flow.Number(node.Input(2)) == 1 && LengthSource.Of(flow, node.Input(1)) is { } input => new(input, flow.Number(node.Input(0)) ?? 0, true),
            "Slice" when flow.Constant(node.Input(0)) is { } buffer && Counts(buffer) && LengthSource.Of(flow, node.Input(2)) is { } input => new(input, 0, true, buffer.Count),
            "CumSum" when RealTokens(flow, node.Input(0)) is { } input => new(input, 1, false),
            _ => null,
        };
    }

    private static bool Counts(OnnxTensor buffer) => buffer.Int64s() is { Length: > 1 } numbers && numbers.Select((n, i) => n == i).All(same => same);

    /// <summary>The input whose ones are summed: a mask, or tokens that are not the padding's.</summary>
    private static string? RealTokens(DataFlow flow, string tensor)
    {
        tensor = Bare.Of(flow, tensor, ["Cast", "Identity"]);
        if (flow.Producer(tensor) is { Op: "Not" } not && flow.Producer(not.Input(0)) is { Op: "Equal" } equal && flow.Number(equal.Input(1)) is not null)
        {
            tensor = equal.Input(0);
        }

        return flow.FedInputs.Any(i => i.Name == tensor && InputRoles.Of(i) is InputRole.Mask or InputRole.Tokens) ? tensor : null;
    }
}
