using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Testing;

/// <summary>Fixed runs of made-up models over made-up rows: what figures and pages are tested with. No model runs for them.</summary>
public static class SampleSummaries
{
    public const string Hostile = "<script>alert(1)</script> & \"quotes\" 'here' 日本語 مرحبا 👩‍👩‍👧 e\u0301";

    private static readonly string[] Subjects = ["the plot", "the acting", "this film", "the music", "a long scene", "the ending"];
    private static readonly string[] Verbs = ["was not", "was", "was never", "felt"];
    private static readonly string[] Words = ["dull at all", "truly good", "slow but warm", "weak", "bright and kind", "less than fine"];
    private static readonly string[] Animals = ["heron", "otter", "lynx", "crane", "newt", "stoat"];

    public static ImmutableArray<SampleRow> Reviews { get; } =
    [
        .. Enumerable.Range(0, 36).Select(n => new SampleRow(
            $"r-{n:000}", n, $"{Subjects[n % 6]} {Verbs[n % 4]} {Words[n / 2 % 6]}", null, n % 3 == 0 ? "negative" : "positive", n % 2 == 0 ? ["negation"] : ["plain", "short"])),
    ];

    public static ImmutableArray<SampleRow> Odd { get; } = [new("Odd row/1?", 5, Hostile, null, "positive", ["unicode"]), new("r-001", 1, "the acting was truly good", null, "positive", ["plain"])];

    public static ImmutableArray<SampleRow> Sequences { get; } =
    [
        .. Enumerable.Range(0, 12).Select(n => new SampleRow($"s-{n:00}", n, Repeat(n), null, null, ["repeated"])),
    ];

    public static ImmutableArray<SampleRow> Dates { get; } =
    [
        .. Enumerable.Range(0, 34).Select(n => new SampleRow($"d-{n:00}", n, $"the {n % 28 + 1} th of March , 19{n + 50}", $"1 9 {(n + 50) / 10} {(n + 50) % 10} - 0 3 - {(n % 28 + 1) / 10} {(n % 28 + 1) % 10}", null, ["long-form"])),
    ];

    public static RunTable Table(SampleModel model, string slice, ImmutableArray<SampleRow> rows)
    {
        var examples = rows.Select(r => (Row: r, Summary: model.Run(r))).ToList();
        return new()
        {
            ModelId = model.Id,
            SliceId = slice,
            Provenance = ImmutableSortedDictionary<string, string>.Empty
                .Add("model", "3f1c0d8a5b7e44d1a0c2").Add("tokenizer", "a81be2cc90174f1d").Add("definitions", "77b1").Add("runtime", "1.31.1").Add("cpu", "avx2"),
            Modules = model.Modules,
            Heads = model.Heads,
            StatisticIds = [.. SampleDefinitions.All.Select(s => s.Id)],
            Examples = [.. examples.Select(e => RowOf(e.Row, e.Summary))],
            Values = examples.SelectMany(e => e.Summary.Modules).SelectMany(m => m.Statistics).SelectMany(s => s).Select(v => (float)v).ToArray(),
        };
    }

    public static RunSummary Summarize(RunTable table) => new()
    {
        Table = table,
        Heads = [.. table.Heads.Select((head, h) => new HeadSummary(head, [.. table.StatisticIds.Select((id, s) => Statistic(table, h, s))]))],
        Outputs = new(
            table.Examples.Length,
            table.Examples.Count(e => e.Outputs.IsCorrect is not null),
            table.Examples.Any(e => e.Outputs.IsCorrect is not null) ? table.Examples.Average(e => e.Outputs.IsCorrect == true ? 1.0 : 0) : null,
            table.Examples.Average(e => e.Outputs.Loss),
            table.Examples.Average(e => e.Outputs.Margin)),
    };

    private static StatisticSummary Statistic(RunTable table, int head, int statistic)
    {
        var values = Enumerable.Range(0, table.Examples.Length).Select(e => (Example: e, Value: (double)table[e, head, statistic])).OrderBy(v => v.Value).ThenBy(v => v.Example).ToList();
        var mean = values.Average(v => v.Value);
        var deviation = Math.Sqrt(values.Sum(v => Math.Pow(v.Value - mean, 2)) / (values.Count - 1));
        var half = 1.96 * deviation / Math.Sqrt(values.Count);
        var isFew = values.Count < 30;
        return new()
        {
            StatisticId = table.StatisticIds[statistic],
            Count = values.Count,
            Undefined = 0,
            Mean = mean,
            StandardDeviation = deviation,
            Minimum = values[0].Value,
            LowerQuartile = values[values.Count / 4].Value,
            Median = values[values.Count / 2].Value,
            UpperQuartile = values[values.Count * 3 / 4].Value,
            Maximum = values[^1].Value,
            IntervalLow = isFew ? double.NaN : mean - half,
            IntervalHigh = isFew ? double.NaN : mean + half,
            Points = isFew ? [.. values.OrderBy(v => v.Example).Select(v => (float)v.Value)] : [],
            LowestExample = values[0].Example,
            MedianExample = values[values.Count / 2].Example,
            HighestExample = values[^1].Example,
        };
    }

    private static ExampleRow RowOf(SampleRow row, ExampleSummary summary)
    {
        var outputs = summary.Outputs switch
        {
            { Classification: { } c } => new OutputRow(c.Predicted, c.Probability, c.Margin, c.Loss, c.IsCorrect, null),
            { Translation: { } t } => new OutputRow(t.Text, null, null, null, t.IsExactMatch, null),
            { Language: { } l } => new OutputRow("heron", 0.05, null, l.Loss, null, null),
            _ => new OutputRow("", null, null, null, null, null),
        };
        return new(row.Id, $"{row.Number:x8}c0ffee00", summary.Source.Count, row.Tags, row.Label, row.Text, outputs, [.. summary.Modules.Select(m => m.Check)]);
    }

    private static string Repeat(int n)
    {
        var half = string.Join(' ', Enumerable.Range(0, 5).Select(k => Animals[(n + (k * (n % 3 + 1))) % 6]));
        return $"{half} {half}";
    }
}
