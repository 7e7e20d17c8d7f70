using CsCheck;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Tests.Numerics;

public sealed class MatrixProductTests
{
    private static readonly Gen<(int M, int K, int N, int Seed)> Sizes = Gen.Select(Gen.Int[1, 21], Gen.Int[1, 33], Gen.Int[1, 37], Gen.Int[0, 1000]);

    [Fact]
    public void Equals_the_triple_loop_for_every_size_and_stride() => Sizes.Sample(size =>
    {
        var random = new Random(size.Seed);
        var a = Values(random, size.M * size.K);
        var b = Values(random, size.K * size.N);
        var plain = new float[size.M * size.N];
        var transposed = new float[size.M * size.N];
        MatrixProduct.Accumulate(MatrixView.Dense(a, size.M, size.K), MatrixView.Dense(b, size.K, size.N), MatrixView.Dense(plain, size.M, size.N));
        var flipped = new float[a.Length];
        MatrixView.Dense(a, size.M, size.K).TransposeInto(flipped);
        MatrixProduct.Accumulate(
            MatrixView.Dense(flipped, size.K, size.M).Transposed, MatrixView.Dense(b, size.K, size.N), MatrixView.Dense(transposed, size.M, size.N));
        for (var row = 0; row < size.M; row++)
        {
            for (var column = 0; column < size.N; column++)
            {
                var expected = Enumerable.Range(0, size.K).Sum(k => (double)a[row * size.K + k] * b[k * size.N + column]);
                Assert.Equal(expected, plain[row * size.N + column], 1e-4);
                Assert.Equal(plain[row * size.N + column], transposed[row * size.N + column]);
            }
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
