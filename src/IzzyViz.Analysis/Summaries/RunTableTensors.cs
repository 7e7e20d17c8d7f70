using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Summaries;

/// <summary>The arrays of a run table file: self-checks and embeddings of all examples one after another, and the values.</summary>
internal static class RunTableTensors
{
    private const int CheckWidth = 6;

    public static ImmutableSortedDictionary<string, Tensor> Of(RunTable table)
    {
        double[] checks = [.. table.Examples.SelectMany(e => e.Checks).SelectMany(Numbers)];
        float[] embeddings = [.. table.Examples.SelectMany(e => e.Outputs.Embedding ?? [])];
        return new Dictionary<string, Tensor>(StringComparer.Ordinal)
        {
            ["checks"] = Tensor.Of(checks, checks.Length / CheckWidth, CheckWidth),
            ["embeddings"] = Tensor.Of(embeddings, embeddings.Length),
            ["values"] = Tensor.Of(table.Values.Span, table.Examples.Length, table.Heads.Length, table.StatisticIds.Length),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <exception cref="InvalidDataException">The arrays do not have what the examples say.</exception>
    public static ImmutableArray<ExampleRow> Rows(Safetensors container, ImmutableArray<StoredRow> examples)
    {
        if (examples.Any(e => e.Checks < 0 || e.Embedding < 0))
        {
            throw new InvalidDataException("an example has a negative size");
        }

        var checks = container["checks"].Exactly<double>(ElementType.Float64, examples.Sum(e => (long)e.Checks), CheckWidth);
        var embeddings = container["embeddings"].Exactly<float>(ElementType.Float32, examples.Sum(e => (long)(e.Embedding ?? 0)));
        return Rows(examples, checks, embeddings);
    }

    private static ImmutableArray<ExampleRow> Rows(ImmutableArray<StoredRow> examples, double[] checks, float[] embeddings)
    {
        var rows = ImmutableArray.CreateBuilder<ExampleRow>(examples.Length);
        var (check, value) = (0, 0);
        foreach (var example in examples)
        {
            ImmutableArray<float>? embedding = example.Embedding is { } length ? [.. embeddings.AsSpan(value, length)] : null;
            rows.Add(example.ToRow(embedding, [.. Enumerable.Range(check, example.Checks).Select(k => Check(checks, k))]));
            (check, value) = (check + example.Checks, value + (example.Embedding ?? 0));
        }

        return rows.MoveToImmutable();
    }

    private static double[] Numbers(SelfCheck check) =>
        [check.RowSumError, check.MaskedMaximum, check.ValueError, check.IsFinite ? 1 : 0, check.ShapeFits ? 1 : 0, check.Passed ? 1 : 0];

    private static SelfCheck Check(double[] checks, int index)
    {
        var numbers = checks.AsSpan(index * CheckWidth, CheckWidth);
        return new(numbers[0], numbers[1], numbers[2], numbers[3] != 0, numbers[4] != 0, numbers[5] != 0);
    }
}
