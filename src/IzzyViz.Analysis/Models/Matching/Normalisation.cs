using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>A softmax, as an operator or written out as exponentials over their sum.</summary>
/// <param name="CandidateAxes">Axes from the end that it may run over; more than one only where the rank is not known.</param>
internal sealed record Normalisation(OnnxNode Node, string Scores, string Result, ImmutableArray<int> CandidateAxes)
{
    private const long AxesAreExplicit = 13;

    public static Normalisation? Of(DataFlow flow, OnnxNode node) => node switch
    {
        { Domain: "", Op: "Softmax" } => new(node, node.Input(0), node.Output(0), Axes(flow, node)),
        { Domain: "", Op: "Div" } => Written(flow, node),
        _ => null,
    };

    private static ImmutableArray<int> Axes(DataFlow flow, OnnxNode node)
    {
        var axis = node.Int("axis", flow.Opset >= AxesAreExplicit ? -1 : 1);
        var rank = Rank.Of(flow, node.Output(0)) ?? Rank.Of(flow, node.Input(0));
        return axis < 0 ? [(int)(-1 - axis)] : rank is { } r ? [Math.Max(0, (int)(r - 1 - axis))] : [0, 1];
    }

    private static Normalisation? Written(DataFlow flow, OnnxNode div) =>
        flow.Producer(div.Input(0)) is { Op: "Exp" } exp && flow.Producer(div.Input(1)) is { Op: "ReduceSum" } sum && sum.Input(0) == exp.Output(0)
            ? new(div, exp.Input(0), div.Output(0), [.. InsertedAxes.Of(flow, sum, Rank.Of(flow, exp.Output(0))).Select(a => a == int.MaxValue ? 0 : a)]) : null;
}
