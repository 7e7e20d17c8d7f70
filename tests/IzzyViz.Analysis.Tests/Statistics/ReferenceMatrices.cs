using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Tests.Statistics;

/// <summary>Fixed maps in double precision: row softmax of S_k[i,j] = sin(1.7i + 0.9j + 0.3k) + 1.5 cos(0.6i - 1.1j - 0.2k).</summary>
internal static class ReferenceMatrices
{
    public const int Size = 8;

    public static double[] Softmax(int k, AttentionMask mask)
    {
        var weights = new double[Size * Size];
        for (var i = 0; i < Size; i++)
        {
            var exponentials = Enumerable.Range(0, Size)
                .Select(j => mask[i, j] ? Math.Exp(Math.Sin((1.7 * i) + (0.9 * j) + (0.3 * k)) + (1.5 * Math.Cos((0.6 * i) - (1.1 * j) - (0.2 * k)))) : 0)
                .ToArray();
            for (var j = 0; j < Size; j++)
            {
                weights[(i * Size) + j] = exponentials[j] / exponentials.Sum();
            }
        }

        return weights;
    }

    /// <summary>Self-attention over tokens with the given ids; a negative id is a special token.</summary>
    public static AttentionAxes Axes(AttentionMask mask, params ReadOnlySpan<int> ids)
    {
        var tokens = Tokens(ids);
        return new(tokens, tokens, mask);
    }

    public static TokenSequence Tokens(params ReadOnlySpan<int> ids)
    {
        var tokens = new Token[ids.Length];
        for (var p = 0; p < ids.Length; p++)
        {
            tokens[p] = new(Math.Abs(ids[p]), $"t{ids[p]}", 0, 0, ids[p] < 0 ? -1 : 0, ids[p] < 0, 0, ids[p] < 0 ? -1 : p);
        }

        return new() { Tokens = [.. tokens] };
    }
}
