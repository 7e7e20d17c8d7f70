using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>A matrix product of two tensors, whatever operator writes it. Axes are counted from the end: 0 is the last.</summary>
/// <param name="LeftContracted">The axis of the left operand that is summed over.</param>
internal sealed record Product(OnnxNode Node, string Left, string Right, int LeftContracted, int RightContracted)
{
    public Equation? Equation { get; private init; }

    public static Product? Of(OnnxNode node) => node switch
    {
        { Domain: "", Op: "MatMul" } => new(node, node.Input(0), node.Input(1), 0, 1),
        { Domain: "", Op: "MatMulInteger" } => new(node, node.Input(0), node.Input(1), 0, 1),
        { Domain: "", Op: "QLinearMatMul" } => new(node, node.Input(0), node.Input(3), 0, 1),
        { Domain: "", Op: "Gemm" } => new(node, node.Input(0), node.Input(1), Flip(node, "transA", 0), Flip(node, "transB", 1)),
        { Domain: "com.microsoft", Op: "FusedMatMul" or "TransposeMatMul" } when !MovedBatches.IsMoved(node) =>
            new(node, node.Input(0), node.Input(1), Flip(node, "transA", 0), Flip(node, "transB", 1)),
        { Domain: "com.microsoft", Op: "MatMulIntegerToFloat" or "DynamicQuantizeMatMul" } => new(node, node.Input(0), node.Input(1), 0, 1),
        { Domain: "", Op: "Einsum", Inputs.Length: 2 } => Summed(node),
        _ => null,
    };

    /// <summary>Which operand an axis of the result comes from; null for an axis both share (batch, heads).</summary>
    public bool? IsFromLeft(int resultAxis) => Equation is { } e ? e.IsFromLeft(resultAxis) : resultAxis switch
    {
        0 => false,
        1 => true,
        _ => null,
    };

    /// <summary>The operand that an axis of the result comes from and its place there; null for an axis that both share.</summary>
    public (bool IsLeft, int Axis)? OperandAxis(int resultAxis) => Equation is { } e ? e.OperandAxis(resultAxis) : resultAxis switch
    {
        0 => (false, 1 - RightContracted),
        1 => (true, 1 - LeftContracted),
        _ => null,
    };

    /// <summary>Where an operand's axis is in the result; null for the one that is summed over.</summary>
    public int? ResultAxis(bool isLeft, int axis) => axis == (isLeft ? LeftContracted : RightContracted) ? null
        : Equation is { } e ? e.ResultAxis(isLeft, axis) : axis > 1 ? axis : isLeft ? 1 : 0;

    private static int Flip(OnnxNode node, string attribute, int axis) => node.Int(attribute) == 0 ? axis : 1 - axis;

    private static Product? Summed(OnnxNode node) =>
        Equation.Parse(node.Attribute("equation")?.Text) is not { } e ? null
            : new(node, node.Input(0), node.Input(1), e.Contracted(e.Left), e.Contracted(e.Right)) { Equation = e };
}

/// <summary>The letters of a two-operand Einsum with one summed letter.</summary>
internal sealed record Equation(string Left, string Right, string Result)
{
    public static Equation? Parse(string? text)
    {
        var sides = (text ?? "").Replace(" ", "", StringComparison.Ordinal).Split("->");
        var operands = sides[0].Split(',');
        var equation = sides.Length == 2 && operands.Length == 2 ? new Equation(operands[0], operands[1], sides[1]) : null;
        return equation is not null && equation.Summed.Length == 1 && !text!.Contains('.', StringComparison.Ordinal) ? equation : null;
    }

    private string Summed => string.Concat(Left.Intersect(Right).Except(Result));

    public int Contracted(string operand) => operand.Length - 1 - operand.IndexOf(Summed[0], StringComparison.Ordinal);

    public bool? IsFromLeft(int axis)
    {
        var letter = axis < Result.Length ? Result[Result.Length - 1 - axis] : '?';
        return (Left.Contains(letter, StringComparison.Ordinal), Right.Contains(letter, StringComparison.Ordinal)) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => null,
        };
    }

    /// <summary>Letters of the result that both operands have.</summary>
    public string Shared => string.Concat(Result.Where(c => Left.Contains(c, StringComparison.Ordinal) && Right.Contains(c, StringComparison.Ordinal)));

    /// <summary>Letters of the result that one operand alone has.</summary>
    public string Free(bool left) => string.Concat(Result.Where(c => Left.Contains(c, StringComparison.Ordinal) == left && Right.Contains(c, StringComparison.Ordinal) != left));

    public (bool IsLeft, int Axis)? OperandAxis(int axis)
    {
        var letter = axis < Result.Length ? Result[Result.Length - 1 - axis] : '?';
        return IsFromLeft(axis) is not { } isLeft ? null : (isLeft, Place(isLeft ? Left : Right, letter) ?? 0);
    }

    public int? ResultAxis(bool isLeft, int axis) => (isLeft ? Left : Right) is var operand && axis < operand.Length ? Place(Result, operand[operand.Length - 1 - axis]) : null;

    /// <summary>The axis of an operand that a letter names, from the end.</summary>
    public static int? Place(string operand, char letter) => operand.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var index ? operand.Length - 1 - index : null;

    /// <summary>How an operand is to be transposed to <c>[shared letters…, token, feature]</c>; what is summed is the feature, for values the token.</summary>
    public ImmutableArray<int> OperandOrder(bool left, bool isValue)
    {
        var (operand, other) = left ? (Left, Right) : (Right, Left);
        var shared = Result.Where(c => operand.Contains(c, StringComparison.Ordinal) && other.Contains(c, StringComparison.Ordinal));
        var own = operand.Where(c => !other.Contains(c, StringComparison.Ordinal));
        return [.. shared.Concat(isValue ? own.Prepend(Summed[0]) : own.Append(Summed[0])).Select(c => operand.IndexOf(c, StringComparison.Ordinal))];
    }

    /// <summary>How the weights operand is to be transposed to <c>[shared letters…, query, key]</c>.</summary>
    public ImmutableArray<int> Order(bool weightsAreLeft)
    {
        var (weights, values) = weightsAreLeft ? (Left, Right) : (Right, Left);
        var shared = weights.Where(c => values.Contains(c, StringComparison.Ordinal) && c != Summed[0]);
        var queries = weights.Where(c => !values.Contains(c, StringComparison.Ordinal));
        return [.. shared.Concat(queries).Append(Summed[0]).Select(c => weights.IndexOf(c, StringComparison.Ordinal))];
    }
}
