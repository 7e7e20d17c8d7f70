using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Testing;

/// <summary>A made-up model: its modules, and what it answers to a text.</summary>
public sealed record SampleModel(string Id, ImmutableArray<AttentionModule> Modules)
{
    public static readonly SampleModel Polarity = new("polarity", Stack(AttentionKind.Encoder, layers: 3, heads: 4));

    public static readonly SampleModel Induction = new("induction", Stack(AttentionKind.Decoder, layers: 2, heads: 4));

    public static readonly SampleModel Dates = new(
        "dates",
        [.. Stack(AttentionKind.Encoder, 2, 4), .. Stack(AttentionKind.Decoder, 2, 4), .. Stack(AttentionKind.Cross, 2, 4)]);

    public static SampleModel Of(string id, int layers, int heads) => new(id, Stack(AttentionKind.Encoder, layers, heads));

    public ImmutableArray<HeadAddress> Heads => [.. Modules.SelectMany(m => Enumerable.Range(0, m.Heads).Select(h => new HeadAddress(m.Kind, m.Layer, h)))];

    public ExampleSummary Run(SampleRow row, bool withMaps = true)
    {
        var source = SampleAttention.Tokens(row.Text, hasSpecials: this == Polarity);
        var target = row.Target is null ? null : SampleAttention.Tokens(row.Target, hasSpecials: false);
        return new()
        {
            ExampleId = row.Id,
            Source = source,
            Target = target,
            Outputs = Answer(row, target ?? source),
            Modules = [.. Modules.Select(m => SampleAttention.Module(m, AxesOf(m, source, target ?? source), row.Number, withMaps))],
        };
    }

    private static ImmutableArray<AttentionModule> Stack(AttentionKind kind, int layers, int heads) =>
    [
        .. Enumerable.Range(0, layers).Select(layer => new AttentionModule
        {
            Kind = kind,
            Layer = layer,
            Heads = heads,
            Mechanism = CaptureMechanism.Tap,
            Tensor = $"/model/{kind.ToString().ToLowerInvariant()}/layer.{layer}/attention/Softmax_output_0",
        }),
    ];

    private static AttentionAxes AxesOf(AttentionModule module, TokenSequence source, TokenSequence target) => module.Kind switch
    {
        AttentionKind.Decoder => new(target, target, AttentionMask.Causal(target.Count, target.Count)),
        AttentionKind.Cross => new(target, source, AttentionMask.Full(target.Count, source.Count)),
        _ => new(source, source, AttentionMask.Full(source.Count, source.Count)),
    };

    private ModelOutputs Answer(SampleRow row, TokenSequence tokens) => Id switch
    {
        "polarity" => new() { Classification = Classify(row) },
        "induction" => new() { Language = Predict(tokens) },
        "dates" => new() { Translation = new(row.Target!.Replace(" ", "", StringComparison.Ordinal), row.Number % 17 != 3) },
        _ => ModelOutputs.None,
    };

    private static Classification Classify(SampleRow row)
    {
        var probability = row.Number % 11 == 4 ? 0.58 : 0.93;
        var predicted = row.Number % 11 == 4 ? (row.Label == "positive" ? "negative" : "positive") : row.Label!;
        var other = predicted == "positive" ? "negative" : "positive";
        return new(predicted, probability, (2 * probability) - 1, [new(predicted, probability), new(other, 1 - probability)], predicted == row.Label, -Math.Log(predicted == row.Label ? probability : 1 - probability));
    }

    private static LanguageModelling Predict(TokenSequence tokens)
    {
        var first = new Dictionary<int, int>();
        var predictions = tokens.Tokens.Select((token, i) =>
        {
            var isCopy = !first.TryAdd(token.Id, i);
            var probability = i == 0 ? double.NaN : isCopy ? 0.91 : 0.03;
            return new TokenPrediction(token.Id, Math.Log(probability), [new(token.Id, token.Label, isCopy ? 0.91 : 0.03), new(7, "heron", 0.05), new(8, "otter", 0.02)]);
        });
        return new([.. predictions], 1.37);
    }
}

public sealed record SampleRow(string Id, int Number, string Text, string? Target, string? Label, ImmutableArray<string> Tags);
