using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>Chooses where a site's queries, keys and values are read: at the operands of its two products, or from the inputs of its operator.</summary>
internal sealed class ProjectionPlanner(DataFlow flow, AttentionSite site)
{
    private const string Several = "its scores are a sum of several products";
    private const string Rounded = "its product is over whole numbers whose origin is not known";
    private const long RangeIsKnown = 11;

    public static Probe Added(Probe probe, DataFlow flow, AttentionSite site) =>
        probe with { Projection = site.IsFused ? FusedProjections.Of(flow, site, probe) : new ProjectionPlanner(flow, site).WrittenOut() };

    private ProjectionProbe WrittenOut()
    {
        if (site is not { Scoring: { } scoring, Mixing: { } mixing } || site.RowSum == RowSum.Any)
        {
            return ProjectionProbe.No("its weights are not those of one softmax");
        }

        if (site.ScoreTerms > 1)
        {
            return ProjectionProbe.No(Several);
        }

        var isLeft = scoring.Left == site.Query;
        var (query, key) = (OperandOf(scoring, isLeft), OperandOf(scoring, !isLeft));
        return query is null || key is null ? ProjectionProbe.No(Rounded)
            : Proved(scoring, isLeft, new() { Query = query, Key = key, Value = OperandOf(mixing, mixing.Left == site.Value), Result = Numbers(site.Result), ResultScale = mixing.Node.Float("alpha", 1) });
    }

    /// <summary>Adds nodes that sum the graph's own product over the keys with factors that no two keys share.</summary>
    private ProjectionProbe Proved(Product scoring, bool queryIsLeft, ProjectionProbe probe)
    {
        var written = Numbers(scoring.Node.Output(0));
        if (flow.Opset < RangeIsKnown || scoring.Equation is not null || !(scoring.Node.Op is "MatMul" or "FusedMatMul" or "TransposeMatMul" or "Gemm" || written != scoring.Node.Output(0)))
        {
            return probe;
        }

        var graph = new GraphBuilder(ProbePlanner.Name(site.Anchor, "sums"), flow.Opset);
        var product = graph.Cast(written, ElementType.Float32);
        var places = graph.Cast(graph.Range(graph.Size(product, queryIsLeft ? -1 : -2)), ElementType.Float32);
        var factors = graph.Add("Sin", [graph.Add("Mul", [graph.Add("Add", [places, graph.Number(1, ElementType.Float32)]), graph.Number(1.9f, ElementType.Float32)])]);
        var sums = graph.Add("MatMul", queryIsLeft ? [product, factors] : [factors, product]);
        return probe with { ProductSums = sums, Factors = factors, ProductScale = scoring.Node.Float("alpha", 1), Nodes = graph.Nodes, Tensors = graph.Tensors };
    }

    /// <summary>A product of whole numbers becomes numbers by a cast and a factor.</summary>
    private string Numbers(string result) =>
        flow.Producer(result)?.Op == "MatMulInteger" && flow.Consumers(result) is [({ Op: "Cast" } cast, _)] && flow.Consumers(cast.Output(0)) is [({ Op: "Mul" } factor, _)]
            ? factor.Output(0) : result;

    private Operand? OperandOf(Product product, bool left)
    {
        var (tensor, contracted) = left ? (product.Left, product.LeftContracted) : (product.Right, product.RightContracted);
        var isValue = ReferenceEquals(product, site.Mixing);
        if (product.Equation is { } equation)
        {
            return new(tensor, false, equation.OperandOrder(left, isValue));
        }

        // Scores sum over features and leave tokens; values are summed over tokens and leave features.
        var features = isValue ? 1 - contracted : contracted;
        return product.Node.Op is "MatMulInteger" or "QLinearMatMul" or "MatMulIntegerToFloat" or "DynamicQuantizeMatMul"
            ? Source(tensor, features == 1) : new(tensor, features == 1, []);
    }

    /// <summary>A product of whole numbers reads what was rounded just before; the numbers themselves are there.</summary>
    private Operand? Source(string tensor, bool isTurned)
    {
        var maker = flow.Producer(tensor);
        var order = maker is { Op: "Transpose" } ? maker.Ints("perm").Select(p => (int)p).ToImmutableArray() : [];
        var rounding = order.IsEmpty ? maker : flow.Producer(maker!.Input(0));
        return rounding is { Op: "DynamicQuantizeLinear" or "QuantizeLinear" } ? new(rounding.Input(0), isTurned, order) : null;
    }
}
