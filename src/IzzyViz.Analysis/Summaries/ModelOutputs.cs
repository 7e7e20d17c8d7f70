using System.Collections.Immutable;

namespace IzzyViz.Analysis.Summaries;

/// <summary>What the model says about one example, beside what it attends to. A part the model does not have is null.</summary>
public sealed record ModelOutputs
{
    public static readonly ModelOutputs None = new();

    public Classification? Classification { get; init; }

    public LanguageModelling? Language { get; init; }

    public Translation? Translation { get; init; }

    /// <summary>The vector of an embedding model, for cosines between builds.</summary>
    public ImmutableArray<float>? Embedding { get; init; }
}

/// <summary>What a classifier says; probabilities are 0…1.</summary>
/// <param name="Margin">Probability of the first class less that of the second.</param>
/// <param name="IsCorrect">Null where the example has no label.</param>
/// <param name="Loss">-ln p(label), nats; null where the example has no label.</param>
public sealed record Classification(string Predicted, double Probability, double Margin, ImmutableArray<ClassProbability> Classes, bool? IsCorrect, double? Loss);

/// <summary>A class of the model and its probability, 0…1.</summary>
public readonly record struct ClassProbability(string Label, double Probability);

/// <summary>What a language model says of each token.</summary>
/// <param name="Tokens">One entry per token of the input (of the target in an encoder-decoder).</param>
/// <param name="Loss">Mean -ln p over predicted tokens, nats.</param>
public sealed record LanguageModelling(ImmutableArray<TokenPrediction> Tokens, double Loss);

/// <param name="LogProbability">ln p of this token given those before it; NaN for the first, which nothing predicts.</param>
/// <param name="Top">The model's strongest predictions for this position.</param>
public sealed record TokenPrediction(int Id, double LogProbability, ImmutableArray<TokenAlternative> Top);

/// <summary>A token the model could have gone on with, and its probability, 0…1.</summary>
public readonly record struct TokenAlternative(int Id, string Label, double Probability);

/// <param name="IsExactMatch">Null where the example has no target.</param>
public sealed record Translation(string Text, bool? IsExactMatch);
