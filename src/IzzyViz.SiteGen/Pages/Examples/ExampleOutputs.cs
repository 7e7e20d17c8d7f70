using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Pages.Examples;

/// <summary>What the model says about an example. A part it does not have is empty.</summary>
internal sealed record ExampleOutputs
{
    public ImmutableArray<ClassRow> Classes { get; init; } = [];

    public Quantity? Margin { get; init; }

    public Quantity? Loss { get; init; }

    public bool? IsCorrect { get; init; }

    public ImmutableArray<PredictionRow> Predictions { get; init; } = [];

    /// <summary>The text a translator wrote.</summary>
    public string? Written { get; init; }

    public int? EmbeddingLength { get; init; }

    public bool IsEmpty => Classes.Length == 0 && Predictions.Length == 0 && Written is null && EmbeddingLength is null;

    public static ExampleOutputs From(ExampleSummary example, ExampleRow row)
    {
        var outputs = example.Outputs;
        return new()
        {
            Classes = outputs.Classification is { } c ? [.. c.Classes.Select(p => new ClassRow(p.Label, Quantity.Of(p.Probability, "share"), p.Label == c.Predicted, p.Label == row.Label))] : [],
            Margin = outputs.Classification is { } margin ? Quantity.Of(margin.Margin, "share") : null,
            Loss = (outputs.Classification?.Loss ?? outputs.Language?.Loss) is { } loss ? Quantity.Of(loss, "nats") : null,
            IsCorrect = outputs.Classification?.IsCorrect ?? outputs.Translation?.IsExactMatch,
            Predictions = outputs.Language is { } language ? PredictionRow.From(language, example.Target ?? example.Source) : [],
            Written = outputs.Translation?.Text,
            EmbeddingLength = outputs.Embedding?.Length,
        };
    }

    public string Sentence(string model, int tokens)
    {
        var verdict = IsCorrect switch { true => ", as labelled", false => ", not as labelled", null => "" };
        var met = IsCorrect switch { true => ", exactly the target", false => ", not the target", null => "" };
        var read = Words.Count(tokens, "token");
        return this switch
        {
            { Classes: [_, ..] } => $"{model} reads {read} and answers “{Classes.First(c => c.IsPredicted).Label}” with {Quantity.Rounded(Classes.First(c => c.IsPredicted).Probability.Value, "share")}{verdict}.",
            { Written: { } text } => $"{model} reads {read} and writes “{text}”{met}.",
            { Loss: { } loss } => $"{model} reads {read}; the mean loss of its next-token predictions is {loss.Text}.",
            { EmbeddingLength: { } length } => $"{model} turns {read} into a vector of {length} numbers.",
            _ => $"{model} reads {read}; the model has no output that can be read as an answer.",
        };
    }
}

internal sealed record ClassRow(string Label, Quantity Probability, bool IsPredicted, bool IsLabel);

/// <summary>One token of the input and what the model expected in its place.</summary>
/// <param name="Probability">Of the token that came; absent for the first, which nothing predicts.</param>
internal sealed record PredictionRow(int Index, string Token, Quantity Probability, Quantity LogProbability, ImmutableArray<ClassRow> Expected)
{
    /// <summary>Alternatives per token.</summary>
    private const int Most = 3;

    public static ImmutableArray<PredictionRow> From(LanguageModelling language, Analysis.Tokens.TokenSequence tokens) =>
    [
        .. language.Tokens.Take(tokens.Count).Select((t, i) => new PredictionRow(
            i,
            tokens.Tokens[i].Label,
            Quantity.Of(Math.Exp(t.LogProbability), "share"),
            Quantity.Of(t.LogProbability, "nats"),
            [.. t.Top.Take(Most).Select(a => new ClassRow(a.Label, Quantity.Of(a.Probability, "share"), false, a.Id == t.Id))])),
    ];
}
