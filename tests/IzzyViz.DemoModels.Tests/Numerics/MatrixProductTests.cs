using CsCheck;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Tests.Numerics;

public sealed class MatrixProductTests
{
    private static readonly Gen<(int M, int K, int N, int Seed)> Sizes =
        Gen.Select(Gen.Int[1, 21], Gen.Int[1, 33], Gen.Int[1, 37], Gen.Int[0, 1000]);

    [Fact]
    public void Equals_the_triple_loop_for_every_size_and_stride() => Sizes.Sample(size =>
    {
        var (m, k, n, seed) = size;
        var random = new Random(seed);
        float[] a = Values(random, m * k), b = Values(random, k * n), flipped = new float[m * k];
        float[] plain = new float[m * n], transposed = new float[m * n];
        MatrixProduct.Accumulate(MatrixView.Dense(a, m, k), MatrixView.Dense(b, k, n), MatrixView.Dense(plain, m, n));
        var view = MatrixView.Dense(a, m, k).TransposeInto(flipped);
        MatrixProduct.Accumulate(view.Transposed, MatrixView.Dense(b, k, n), MatrixView.Dense(transposed, m, n));
        for (var cell = 0; cell < m * n; cell++)
        {
            var expected = Enumerable.Range(0, k).Sum(i => (double)a[cell / n * k + i] * b[i * n + cell % n]);
            Assert.Equal(expected, plain[cell], 1e-4);
            Assert.Equal(plain[cell], transposed[cell]);
        }
    });

    [Fact]
    public void Adds_to_what_is_there()
    {
        float[] sum = [10];
        MatrixProduct.Accumulate(MatrixView.Dense([2f, 3f], 1, 2), MatrixView.Dense([5f, 7f], 2, 1), MatrixView.Dense(sum, 1, 1));
        Assert.Equal(41, sum[0]);
    }

    private static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
}
