using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Checks;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>The check that weights times values is what the graph computed, on products made here: the right reading passes, every other fails.</summary>
public sealed class ValueCheckTests
{
    private const int Size = 3;

    private static readonly ImmutableArray<ImmutableArray<int>> Orders =
        [.. from a in Enumerable.Range(0, 4) from b in Enumerable.Range(0, 4) from c in Enumerable.Range(0, 4) from d in Enumerable.Range(0, 4)
            where new[] { a, b, c, d }.Distinct().Count() == 4 select ImmutableArray.Create(a, b, c, d)];

    /// <summary>How weights are stored: the axis of <c>[batch, head, query, key]</c> at each place.</summary>
    public static TheoryData<int, int, int, int> Stored => [.. Orders.Select(o => (o[0], o[1], o[2], o[3]))];

    /// <remarks>All four axes are equally long, so that no shape gives a wrong reading away.</remarks>
    [Theory]
    [MemberData(nameof(Stored))]
    public void Of_all_readings_of_weights_only_the_right_one_passes(int a, int b, int c, int d)
    {
        const int n = 4;
        var (weights, values) = (Numbers(n * n * n * n, 1), Numbers(n * n * n * Size, 2));
        using var stored = Value(Moved(weights, [a, b, c, d], n), n, n, n, n);
        using var v = Value(values, n, n, n, Size);
        using var result = Value(Product(weights, values, n), n, n, n, Size);
        var check = new ValueProbe(Operand.Of("v"), Operand.Of("r")) { IsExact = true };

        var right = Orders.Single(order => Enumerable.Range(0, 4).All(i => new[] { a, b, c, d }[order[i]] == i));
        foreach (var order in Orders)
        {
            var read = WeightsBuffer.Of(stored, new() { Output = "p", Order = order }, n, n)!;

            var error = ValueCheck.Error(read, v, result, check);

            Assert.Equal(order.SequenceEqual(right), error < 1e-5);
        }
    }

    [Fact]
    public void Keys_taken_for_queries_do_not_fit_the_sizes_of_the_product()
    {
        using var stored = Value(Numbers(2 * 2 * 3 * 5, 1), 2, 2, 3, 5);
        using var values = Value(Numbers(2 * 2 * 5 * Size, 2), 2, 2, 5, Size);
        using var result = Value(new float[2 * 2 * 3 * Size], 2, 2, 3, Size);
        var read = WeightsBuffer.Of(stored, new() { Output = "p", KeyAxis = 1 }, 2, 3)!;

        Assert.Equal(double.PositiveInfinity, ValueCheck.Error(read, values, result, new(Operand.Of("v"), Operand.Of("r")) { IsExact = true }));
    }

    [Fact]
    public void Heads_of_a_block_are_found_in_its_rows_in_the_order_that_the_graph_has()
    {
        const int n = 4;
        var (weights, values) = (Numbers(n * n * n * n, 3), Numbers(n * n * Size, 4));
        var spread = Enumerable.Range(0, n * n).SelectMany(map => values.AsSpan(map / n * n * Size, n * Size).ToArray()).ToArray();
        var plain = Product(weights, spread, n);
        using var stored = Value(Moved(weights, [0, 2, 1, 3], n), n, n, n, n);
        using var v = Value(values, n, n, Size);
        using var result = Value(Rows(plain, n), n, n * n, Size);
        var read = WeightsBuffer.Of(stored, new() { Output = "p", Order = [0, 2, 1, 3] }, n, n)!;
        var check = new ValueProbe(Operand.Of("v"), Operand.Of("r")) { IsExact = true, HeadsLieBehindQueries = true };

        Assert.True(ValueCheck.Error(read, v, result, check) < 1e-5);
        Assert.True(ValueCheck.Error(read, v, result, check with { HeadsLieBehindQueries = false }) > 1e-2);
    }

    private static OrtValue Value(float[] data, params long[] dims) => OrtValue.CreateTensorValueFromMemory(data, dims);

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble())];
    }

    private static float[] Product(float[] weights, float[] values, int n)
    {
        var result = new float[n * n * n * Size];
        for (var at = 0; at < result.Length; at++)
        {
            var (row, feature, map) = (at / Size, at % Size, at / Size / n);
            result[at] = Enumerable.Range(0, n).Sum(key => weights[(row * n) + key] * values[(((map * n) + key) * Size) + feature]);
        }

        return result;
    }

    /// <summary><c>[batch, head, query, key]</c> as stored with these of its axes in turn.</summary>
    private static float[] Moved(float[] weights, ImmutableArray<int> axes, int n)
    {
        var moved = new float[weights.Length];
        for (var at = 0; at < moved.Length; at++)
        {
            int[] stored = [at / (n * n * n), at / (n * n) % n, at / n % n, at % n], index = new int[4];
            for (var i = 0; i < 4; i++)
            {
                index[axes[i]] = stored[i];
            }

            moved[at] = weights[(((((index[0] * n) + index[1]) * n) + index[2]) * n) + index[3]];
        }

        return moved;
    }

    /// <summary><c>[batch, head, query, size]</c> to <c>[batch, query, head, size]</c>.</summary>
    private static float[] Rows(float[] result, int n) => [.. from b in Enumerable.Range(0, n) from q in Enumerable.Range(0, n) from h in Enumerable.Range(0, n) from s in Enumerable.Range(0, Size)
                                                              select result[(((((b * n) + h) * n) + q) * Size) + s]];
}
