using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Outputs;

/// <summary>Class scores to probabilities by softmax. A single score is no choice between classes and gives nothing.</summary>
internal static class Classes
{
    public static Classification? Read(ReadOnlySpan<float> logits, ImmutableArray<string> names, string? label)
    {
        if (logits.Length < 2)
        {
            return null;
        }

        var probabilities = Probabilities(logits);
        ImmutableArray<ClassProbability> classes = [.. probabilities.Select((p, i) => new ClassProbability(NameOf(names, i), p))];
        var order = Enumerable.Range(0, classes.Length).OrderByDescending(i => probabilities[i]).ToArray();
        var right = IndexOf(classes, label);
        return new(
            classes[order[0]].Label,
            probabilities[order[0]],
            probabilities[order[0]] - probabilities[order[1]],
            classes,
            right is null ? null : right == order[0],
            right is { } r ? LogSumExp(logits) - logits[r] : null);
    }

    private static double[] Probabilities(ReadOnlySpan<float> logits)
    {
        var values = new double[logits.Length];
        TensorPrimitives.ConvertTruncating(logits, values);
        TensorPrimitives.SoftMax<double>(values, values);
        return values;
    }

    private static double LogSumExp(ReadOnlySpan<float> logits)
    {
        var largest = (double)TensorPrimitives.Max(logits);
        var sum = 0d;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - largest);
        }

        return largest + Math.Log(sum);
    }

    private static string NameOf(ImmutableArray<string> names, int index) => index < names.Length ? names[index] : $"class {index}";

    /// <summary>A label is a class's name in any case, or its number.</summary>
    private static int? IndexOf(ImmutableArray<ClassProbability> classes, string? label)
    {
        for (var i = 0; label is not null && i < classes.Length; i++)
        {
            if (classes[i].Label.Equals(label, StringComparison.OrdinalIgnoreCase) || label == i.ToString())
            {
                return i;
            }
        }

        return null;
    }
}
