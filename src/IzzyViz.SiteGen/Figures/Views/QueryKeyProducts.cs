using System.Collections.Immutable;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>One query vector against the keys of its head.</summary>
internal sealed record QueryKeyVectors
{
    public required TokenSequence Queries { get; init; }

    public required TokenSequence Keys { get; init; }

    /// <summary>Which token the query vector is of.</summary>
    public required int Query { get; init; }

    /// <summary>Values <c>[dimension]</c>.</summary>
    public required ImmutableArray<float> Q { get; init; }

    /// <summary>Values <c>[key, dimension]</c>, row-major.</summary>
    public required ReadOnlyMemory<float> K { get; init; }

    /// <summary>Whether the query sees a key; all if null.</summary>
    public Func<int, bool>? Sees { get; init; }

    /// <summary>What the sums are multiplied by before the softmax; 1/√d if null.</summary>
    public double? Scale { get; init; }

    /// <summary>The weights the model itself gave, for comparison; null where they are not known.</summary>
    public ImmutableArray<float>? Weights { get; init; }
}

/// <summary>q·k element by element, the sum, the scaled score and the softmax over the keys that are seen.</summary>
internal sealed class QueryKeyProducts
{
    private readonly QueryKeyVectors _vectors;

    public QueryKeyProducts(QueryKeyVectors vectors)
    {
        _vectors = vectors;
        Keys = [.. Enumerable.Range(0, vectors.Keys.Count).Where(k => vectors.Sees?.Invoke(k) ?? true)];
        Scale = vectors.Scale ?? (1 / Math.Sqrt(vectors.Q.Length));
        Sums = [.. Keys.Select(k => Enumerable.Range(0, vectors.Q.Length).Sum(d => Product(k, d)))];
        Softmax = SoftmaxOf([.. Sums.Select(s => s * Scale)]);
        Dimensions = [.. Enumerable.Range(0, vectors.Q.Length).OrderByDescending(d => Keys.Average(k => Math.Abs(Product(k, d))))];
    }

    /// <summary>The keys the query sees, in order.</summary>
    public ImmutableArray<int> Keys { get; }

    /// <summary>Dimensions by falling mean of |q·k| over <see cref="Keys"/>; equal ones by number.</summary>
    public ImmutableArray<int> Dimensions { get; }

    public double Scale { get; }

    /// <summary>Σ q·k per key of <see cref="Keys"/>.</summary>
    public ImmutableArray<double> Sums { get; }

    /// <summary>Softmax of the scaled sums, per key of <see cref="Keys"/>.</summary>
    public ImmutableArray<double> Softmax { get; }

    /// <summary>Largest difference between the softmax and the weights the model gave; null where these are not known.</summary>
    public double? Deviation => _vectors.Weights is { } weights ? Keys.Select((k, i) => Math.Abs(weights[k] - Softmax[i])).DefaultIfEmpty(0).Max() : null;

    public double Q(int dimension) => _vectors.Q[dimension];

    public double K(int key, int dimension) => _vectors.K.Span[(key * _vectors.Q.Length) + dimension];

    public double Product(int key, int dimension) => Q(dimension) * K(key, dimension);

    private static ImmutableArray<double> SoftmaxOf(ImmutableArray<double> scores)
    {
        var most = scores.DefaultIfEmpty(0).Max();
        var parts = scores.Select(s => Math.Exp(s - most)).ToArray();
        var sum = parts.Sum();
        return [.. parts.Select(p => p / sum)];
    }
}
