using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Testing;

/// <summary>Five plain statistics for tests of pages and figures; nothing here is tuned or shared with the product.</summary>
public static class SampleDefinitions
{
    public static ImmutableArray<StatisticDefinition> All { get; } =
    [
        Define("entropy", "Entropy", "nats", "How evenly does the head spread its weight?", "H = −Σⱼ aᵢⱼ ln aᵢⱼ, mean over rows", Entropy) with { GrowsWithLength = true },
        Define("previous-token", "Previous token", "share", "How much of its weight goes to the token before?", "mean over i of aᵢ,ᵢ₋₁", (in AttentionView v) => Offset(v, -1)) with { Maximum = 1 },
        Define("self", "Self", "share", "How much of its weight stays on the token itself?", "mean over i of aᵢᵢ", (in AttentionView v) => Offset(v, 0)) with { Maximum = 1 },
        Define("sink-mass", "Sink mass", "share", "How much weight goes to the first token?", "mean over i of aᵢ₀", Sink) with { Maximum = 1 },
        Define("attention-distance", "Attention distance", "tokens", "How far away are the tokens attended to?", "Σⱼ |i − j| aᵢⱼ, mean over rows", Distance) with { GrowsWithLength = true },
    ];

    private static StatisticDefinition Define(string id, string title, string unit, string question, string formula, Measure measure) => new()
    {
        Id = id,
        Version = 1,
        Title = title,
        Unit = unit,
        Formula = formula,
        Question = question,
        Counts = "Every row; masked cells are left out.",
        Limits = "Says nothing about what the values carry. Rows with one visible key are certain by themselves.",
        Source = "IzzyViz",
        AppliesTo = _ => true,
        Measure = measure,
    };

    private static double Entropy(in AttentionView view)
    {
        var sum = 0.0;
        foreach (var weight in view.Weights)
        {
            sum -= weight > 0 ? weight * Math.Log(weight) : 0;
        }

        return sum / view.Axes.Queries.Count;
    }

    private static double Offset(in AttentionView view, int offset)
    {
        var (sum, rows) = (0.0, 0);
        for (var i = Math.Max(0, -offset); i < Math.Min(view.Axes.Queries.Count, view.Axes.Keys.Count); i++)
        {
            sum += view[i, i + offset];
            rows++;
        }

        return rows == 0 ? double.NaN : sum / rows;
    }

    private static double Sink(in AttentionView view)
    {
        var sum = 0.0;
        for (var i = 0; i < view.Axes.Queries.Count; i++)
        {
            sum += view[i, 0];
        }

        return sum / view.Axes.Queries.Count;
    }

    private static double Distance(in AttentionView view)
    {
        var sum = 0.0;
        for (var i = 0; i < view.Axes.Queries.Count; i++)
        {
            for (var j = 0; j < view.Axes.Keys.Count; j++)
            {
                sum += Math.Abs(i - j) * view[i, j];
            }
        }

        return sum / view.Axes.Queries.Count;
    }
}
