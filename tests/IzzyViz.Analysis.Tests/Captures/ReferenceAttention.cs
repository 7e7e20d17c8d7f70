namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Attention by its definition, in doubles, over projected tokens <c>[token][head · size]</c>. It shares nothing with the code under test.</summary>
internal sealed record ReferenceAttention
{
    public int Heads { get; init; } = TinyModel.Heads;

    /// <summary>Fewer than <see cref="Heads"/> where several heads share keys and values.</summary>
    public int KeyValueHeads { get; init; } = TinyModel.Heads;

    public double Scale { get; init; } = TinyModel.Scale;

    /// <summary>By query and key.</summary>
    public Func<int, int, bool> IsVisible { get; init; } = (_, _) => true;

    /// <summary>Scores are bent towards plus and minus this; 0 for none.</summary>
    public double SoftCap { get; init; }

    /// <summary>By head: a score that takes part in the softmax and belongs to no key.</summary>
    public Func<int, double>? Sink { get; init; }

    /// <summary>Query i sees keys up to i, those of a cache before it included.</summary>
    public static bool Causal(int query, int key) => key <= query;

    /// <returns><c>[head, query, key]</c></returns>
    public double[,,] Weights(double[][] queries, double[][] keys)
    {
        var weights = new double[Heads, queries.Length, keys.Length];
        for (var h = 0; h < Heads; h++)
        {
            for (var i = 0; i < queries.Length; i++)
            {
                var row = Row(queries[i], keys, (h, i));
                for (var j = 0; j < keys.Length; j++)
                {
                    weights[h, i, j] = row[j];
                }
            }
        }

        return weights;
    }

    /// <summary>Weights times values, heads side by side: <c>[query][head · size]</c>.</summary>
    public double[][] Mixed(double[,,] weights, double[][] values)
    {
        var size = values[0].Length / KeyValueHeads;
        return [.. Enumerable.Range(0, weights.GetLength(1)).Select(i => Enumerable.Range(0, Heads * size)
            .Select(c => values.Select((v, j) => weights[c / size, i, j] * v[(Shared(c / size) * size) + (c % size)]).Sum()).ToArray())];
    }

    private int Shared(int head) => head / (Heads / KeyValueHeads);

    private double[] Row(double[] query, double[][] keys, (int Head, int Query) at)
    {
        var size = query.Length / Heads;
        var scores = keys.Select((key, j) => IsVisible(at.Query, j) ? Capped(Scale * Enumerable.Range(0, size).Sum(d => query[(at.Head * size) + d] * key[(Shared(at.Head) * size) + d])) : double.NegativeInfinity).ToArray();
        var sum = scores.Sum(Math.Exp) + (Sink is null ? 0 : Math.Exp(Sink(at.Head)));
        return [.. scores.Select(s => Math.Exp(s) / sum)];
    }

    private double Capped(double score) => SoftCap == 0 ? score : SoftCap * Math.Tanh(score / SoftCap);
}
