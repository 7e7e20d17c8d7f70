using System.Collections.Immutable;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Summaries;

/// <summary>One model over one slice as numbers: what summaries are made of and what reviews compare.</summary>
public sealed record RunTable
{
    public required string ModelId { get; init; }

    /// <summary><c>dataset/slice</c>.</summary>
    public required string SliceId { get; init; }

    /// <summary>What the numbers depend on besides the rows: model, tokenizer, options, definitions, runtime, CPU class; name to hash or version, sorted.</summary>
    public required ImmutableSortedDictionary<string, string> Provenance { get; init; }

    public required ImmutableArray<AttentionModule> Modules { get; init; }

    public required ImmutableArray<HeadAddress> Heads { get; init; }

    public required ImmutableArray<string> StatisticIds { get; init; }

    public required ImmutableArray<ExampleRow> Examples { get; init; }

    /// <summary>Values <c>[example, head, statistic]</c>, row-major; NaN where undefined.</summary>
    public required ReadOnlyMemory<float> Values { get; init; }

    public float this[int example, int head, int statistic] =>
        Values.Span[(((example * Heads.Length) + head) * StatisticIds.Length) + statistic];
}

/// <summary>One example of a run without its maps.</summary>
/// <param name="ContentHash">Of the input row: equal hashes are the same input.</param>
/// <param name="Checks">Worst self-check per module, in module order.</param>
public sealed record ExampleRow(string Id, string ContentHash, int Tokens, ImmutableArray<string> Tags, string? Label, string Text, OutputRow Outputs, ImmutableArray<Captures.SelfCheck> Checks);

/// <summary>The model's answer in the form in which answers are compared.</summary>
/// <param name="Answer">The class, the strongest next token, or the text written; empty where the model has no readable output.</param>
/// <param name="IsCorrect">Null where nothing says what is right.</param>
public sealed record OutputRow(string Answer, double? Probability, double? Margin, double? Loss, bool? IsCorrect, ImmutableArray<float>? Embedding);
