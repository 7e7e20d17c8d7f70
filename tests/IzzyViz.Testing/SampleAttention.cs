using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Testing;

/// <summary>Synthetic attention with patterns that real heads have: to the previous token, to the sink, to itself, even, to the next, to copies.</summary>
public static class SampleAttention
{
    public static TokenSequence Tokens(string text, bool hasSpecials)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var (position, word) = (0, 0);
        if (hasSpecials)
        {
            tokens.Add(new(101, "[CLS]", 0, 0, -1, true, 0, -1));
        }

        foreach (var piece in text.Split(' '))
        {
            tokens.Add(new(1000 + (piece.Length * 37) + piece[0], piece, position, position + piece.Length, 0, false, 0, word++));
            position += piece.Length + 1;
        }

        if (hasSpecials)
        {
            tokens.Add(new(102, "[SEP]", 0, 0, -1, true, 0, -1));
        }

        return new() { Tokens = tokens.ToImmutable(), Texts = [text] };
    }

    public static AttentionMap Map(HeadAddress head, AttentionAxes axes, int seed)
    {
        var (queries, keys) = (axes.Queries.Count, axes.Keys.Count);
        var weights = new float[queries * keys];
        for (var i = 0; i < queries; i++)
        {
            var row = weights.AsSpan(i * keys, keys);
            for (var j = 0; j < keys; j++)
            {
                row[j] = axes.Mask[i, j] ? MathF.Exp(Score(head, axes, (i, j)) + (0.6f * Wobble(seed, head.Head + i, j))) : 0;
            }

            Normalise(row);
        }

        return new(head, axes, weights);
    }

    public static ModuleSummary Module(AttentionModule module, AttentionAxes axes, int seed, bool withMaps = true)
    {
        var maps = Enumerable.Range(0, module.Heads).Select(h => Map(new(module.Kind, module.Layer, h), axes, seed)).ToImmutableArray();
        return new()
        {
            Module = module,
            Axes = axes,
            Check = new(RowSumError: 2e-7, MaskedMaximum: 0, ValueError: 4e-6, IsFinite: true, ShapeFits: true, Passed: true),
            Statistics = [.. maps.Select(m => SampleDefinitions.All.Select(s => s.Measure(m.View)).ToImmutableArray())],
            Maps = withMaps ? maps : [],
        };
    }

    private static float Score(HeadAddress head, AttentionAxes axes, (int Query, int Key) cell)
    {
        var (i, j) = cell;
        var isCopy = i != j && axes.Queries.Tokens[i].Id == axes.Keys.Tokens[j].Id;
        return ((head.Head + head.Layer) % 6) switch
        {
            0 => j == i - 1 ? 4.2f : 0,
            1 => j == 0 ? 3.6f : 0,
            2 => j == i ? 3f : 0,
            3 => 0,
            4 => j == i + 1 ? 3.4f : j == i ? 1f : 0,
            _ => isCopy ? 4f : j == 0 ? 1.5f : 0,
        };
    }

    private static void Normalise(Span<float> row)
    {
        var sum = 0f;
        foreach (var weight in row)
        {
            sum += weight;
        }

        foreach (ref var weight in row)
        {
            weight /= sum;
        }
    }

    // A hash to -1 … 1: the same on every machine and in every order.
    private static float Wobble(int seed, int a, int b)
    {
        var x = (uint)((seed * 374761393) + (a * 668265263) + (b * 1274126177));
        x = (x ^ (x >> 13)) * 1274126177u;
        return (((x ^ (x >> 16)) & 0xffff) / 32768f) - 1;
    }
}
