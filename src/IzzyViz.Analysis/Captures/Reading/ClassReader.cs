using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Captures.Reading;

/// <summary>A classifier's answer: softmax over classes, names from the config.</summary>
internal static class ClassReader
{
    public static Classification Read(ReadOnlySpan<float> logits, OutputQuestion question)
    {
        var logProbabilities = LogSoftmax.Of(logits);
        var names = question.Config.Labels;
        var classes = logProbabilities.Select((l, i) => new ClassProbability(i < names.Length ? names[i] : $"LABEL_{i}", Math.Exp(l))).ToImmutableArray();
        var order = Enumerable.Range(0, classes.Length).OrderByDescending(i => classes[i].Probability).ThenBy(i => i).ToList();
        var wanted = Wanted(classes, question.Label);
        return new(
            classes[order[0]].Label,
            classes[order[0]].Probability,
            order.Count > 1 ? classes[order[0]].Probability - classes[order[1]].Probability : classes[order[0]].Probability,
            classes,
            wanted is { } w ? w == order[0] : null,
            wanted is { } l ? -logProbabilities[l] : null);
    }

    /// <summary>Labels in data are names or indices.</summary>
    private static int? Wanted(ImmutableArray<ClassProbability> classes, string? label)
    {
        var named = label is null ? -1 : classes.ToList().FindIndex(c => string.Equals(c.Label, label, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? named : int.TryParse(label, out var index) && index >= 0 && index < classes.Length ? index : null;
    }
}

internal static class LogSoftmax
{
    public static double[] Of(ReadOnlySpan<float> logits)
    {
        var most = double.NegativeInfinity;
        foreach (var logit in logits)
        {
            most = Math.Max(most, logit);
        }

        double sum = 0;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - most);
        }

        var (result, shift) = (new double[logits.Length], most + Math.Log(sum));
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = logits[i] - shift;
        }

        return result;
    }
}
