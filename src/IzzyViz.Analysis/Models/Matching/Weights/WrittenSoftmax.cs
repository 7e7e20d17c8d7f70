using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching.Weights;

/// <summary>Powers over their sum, in the ways they are written: a quotient or a product with the reciprocal; cells forbidden by a factor; something small added to the sum.</summary>
internal static class WrittenSoftmax
{
    private const int NearBy = 6;

    public static Normalisation? Of(DataFlow flow, OnnxNode node)
    {
        foreach (var (powers, sum) in Parts(flow, node))
        {
            if (Scores(flow, powers) is { } scores && Sum(flow, sum) is var (reduction, isMore) && reduction.Input(0) == powers)
            {
                return new(node, scores, node.Output(0), InsertedAxes.Reduced(flow, reduction)) { RowSum = isMore ? RowSum.AtMostOne : RowSum.One };
            }
        }

        return null;
    }

    /// <summary>What is divided and what by.</summary>
    private static IEnumerable<(string Powers, string Sum)> Parts(DataFlow flow, OnnxNode node)
    {
        if (node.Op == "Div")
        {
            yield return (node.Input(0), node.Input(1));
            yield break;
        }

        for (var i = 0; i < 2; i++)
        {
            if (Inverted(flow, node.Input(i)) is { } sum)
            {
                yield return (node.Input(1 - i), sum);
            }
        }
    }

    private static string? Inverted(DataFlow flow, string tensor) => flow.Producer(tensor) switch
    {
        { Op: "Reciprocal" } inverse => inverse.Input(0),
        { Op: "Div" } inverse when !flow.IsData(inverse.Input(0)) => inverse.Input(1),
        { Op: "Mul" } scaled when scaled.Inputs.Count(flow.IsData) == 1 => scaled.Inputs.Where(flow.IsData).Select(i => flow.Producer(i)).FirstOrDefault(n => n is { Op: "Reciprocal" })?.Input(0),
        _ => null,
    };

    /// <summary>The exponents of a tensor of powers, through factors and choices that forbid cells.</summary>
    private static string? Scores(DataFlow flow, string powers)
    {
        for (var step = 0; step < NearBy && flow.Producer(powers) is { } node; step++)
        {
            switch (node.Op)
            {
                case "Exp": return node.Input(0);
                case "Pow" when !flow.IsData(node.Input(0)): return node.Input(1);
                case "Mul" or "Where" or "Cast":
                    powers = node.Inputs.FirstOrDefault(i => flow.IsData(i) && IsPower(flow, i)) ?? "";
                    break;
                default: return null;
            }
        }

        return null;
    }

    private static bool IsPower(DataFlow flow, string tensor) => flow.Producer(tensor) is { Op: "Exp" or "Pow" or "Mul" or "Where" or "Cast" };

    private static (OnnxNode Reduction, bool IsMore)? Sum(DataFlow flow, string sum)
    {
        var isMore = false;
        for (var step = 0; step < NearBy && flow.Producer(sum) is { } node; step++)
        {
            if (node.Op == "ReduceSum")
            {
                return (node, isMore);
            }

            if (node.Op is not ("Add" or "Max" or "Clip" or "Where" or "Cast" or "Identity" or "Expand" or "Unsqueeze"))
            {
                return null;
            }

            isMore |= node.Op is "Add" or "Max" or "Clip" or "Where";
            sum = node.Inputs.FirstOrDefault(i => flow.IsData(i) && flow.Producer(i) is not null) ?? "";
        }

        return null;
    }
}
