using System.Collections.Immutable;

namespace IzzyViz.Analysis.Reviews;

/// <summary>What the model answers on unchanged rows, before and after.</summary>
public sealed record OutputChanges
{
    public required int Compared { get; init; }

    /// <summary>Rows with another answer, or a probability, margin, loss or embedding that moved beyond the tolerance.</summary>
    public required int Changed { get; init; }

    /// <summary>Rows with another answer, in row order.</summary>
    public ImmutableArray<AnswerFlip> Flips { get; init; } = [];

    /// <summary>Shares of right answers over rows that both sides can judge; null where there are none.</summary>
    public AccuracyChange? Accuracy { get; init; }

    /// <summary>Nats; null where no row has a loss on both sides.</summary>
    public PairedChange? Loss { get; init; }

    public PairedChange? Margin { get; init; }

    public EmbeddingChange? Embedding { get; init; }
}

/// <summary>A row with another answer.</summary>
/// <param name="WasCorrect">Null, as <paramref name="IsCorrect"/>, where nothing says what is right.</param>
public sealed record AnswerFlip(string ExampleId, string Before, string After, bool? WasCorrect, bool? IsCorrect);

/// <summary>Shares of right answers, 0…1, over <paramref name="Count"/> rows.</summary>
public sealed record AccuracyChange(int Count, double Before, double After);

/// <summary>Cosines between the vectors of the same rows.</summary>
public sealed record EmbeddingChange(int Count, double MeanCosine, double LowestCosine, string LowestExample);
