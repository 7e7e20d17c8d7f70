using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>The inputs of an attention operator that projects by itself, by what they are; empty where absent.</summary>
internal sealed record FusedInputs
{
    public required string Tokens { get; init; }

    public required string Weight { get; init; }

    public string ProjectionBias { get; init; } = "";

    public string Mask { get; init; } = "";

    public string Past { get; init; } = "";

    /// <summary>Added to the scores.</summary>
    public string Bias { get; init; } = "";

    public string TokensScale { get; init; } = "";

    public string WeightScale { get; init; } = "";

    public string TokensZero { get; init; } = "";

    public string WeightZero { get; init; } = "";

    public static FusedInputs Of(OnnxNode node) => node.Op == "QAttention"
        ? new()
        {
            Tokens = node.Input(0), Weight = node.Input(1), ProjectionBias = node.Input(2), TokensScale = node.Input(3), WeightScale = node.Input(4),
            Mask = node.Input(5), TokensZero = node.Input(6), WeightZero = node.Input(7), Past = node.Input(8),
        }
        : new()
        {
            Tokens = node.Input(0), Weight = node.Input(1), ProjectionBias = node.Input(2), Mask = node.Input(3), Past = node.Input(4), Bias = node.Input(5),
        };
}
