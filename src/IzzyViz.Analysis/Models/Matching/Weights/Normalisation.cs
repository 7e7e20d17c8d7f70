using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching.Weights;

/// <summary>A softmax, as an operator or written out as exponentials over their sum.</summary>
/// <param name="CandidateAxes">Axes from the end that it may run over; more than one only where the rank is not known.</param>
internal sealed record Normalisation(OnnxNode Node, string Scores, string Result, ImmutableArray<int> CandidateAxes)
{
    private const long AxesAreExplicit = 13;

    /// <summary>Less than one where something is added to the sum.</summary>
    public RowSum RowSum { get; init; }

    public static Normalisation? Of(DataFlow flow, OnnxNode node) => node switch
    {
        { Domain: "", Op: "Softmax" } => new(node, node.Input(0), node.Output(0), Axes(flow, node)),
        { Domain: "", Op: "Exp" } => OfLogarithm(flow, node),
        { Domain: "", Op: "Div" or "Mul" } => WrittenSoftmax.Of(flow, node),
        _ => null,
    };

    /// <summary>The exponential of a log-softmax, or of scores less the logarithm of their summed exponentials.</summary>
    private static Normalisation? OfLogarithm(DataFlow flow, OnnxNode exp) => flow.Producer(exp.Input(0)) switch
    {
        { Domain: "", Op: "LogSoftmax" } log => new(exp, log.Input(0), exp.Output(0), Axes(flow, log)),
        { Domain: "", Op: "Sub" } sub when flow.Producer(sub.Input(1)) is { Op: "ReduceLogSumExp" } sum && sum.Input(0) == sub.Input(0) =>
            new(exp, sub.Input(0), exp.Output(0), InsertedAxes.Reduced(flow, sum)),
        _ => null,
    };

    private static ImmutableArray<int> Axes(DataFlow flow, OnnxNode node)
    {
        var axis = node.Int("axis", flow.Opset >= AxesAreExplicit ? -1 : 1);
        var rank = Rank.Of(flow, node.Output(0)) ?? Rank.Of(flow, node.Input(0));
        return axis < 0 ? [(int)(-1 - axis)] : rank is { } r ? [Math.Max(0, (int)(r - 1 - axis))] : [0, 1];
    }
}
