using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace IzzyViz.Analysis.Statistics;

/// <summary>
/// ln of four positive normal doubles to a few units in the last place: x = 2^k · m with m in [√½, √2),
/// ln m = 2 artanh((m - 1)/(m + 1)).
/// About three times as fast as the library's, which is most of what statistics cost, and the same bits on every processor.
/// </summary>
internal static class VectorLogarithm
{
    private const long SquareRootOfHalf = 0x3FE6A09E667F3BCD;
    private const long One = 1023L << 52;

    // 2^52 as bits: an integer below it, put into its mantissa, is that integer less 2^52.
    private const long TwoTo52 = 0x4330000000000000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x)
    {
        var exponent = (x.AsInt64() + Vector256.Create(One - SquareRootOfHalf)) >>> 52;
        var mantissa = (x.AsInt64() - (exponent << 52) + Vector256.Create(One)).AsDouble();
        var k = (exponent | Vector256.Create(TwoTo52)).AsDouble() - Vector256.Create(4503599627370496.0 + 1023);
        var s = (mantissa - Vector256<double>.One) / (mantissa + Vector256<double>.One);
        return Vector256.FusedMultiplyAdd(k, Vector256.Create(0.6931471805599453), s * Series(s * s));
    }

    // 2 (1 + z/3 + z²/5 + …); |z| is at most 0.0295, so that the first term left out is below 3e-17.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Series(Vector256<double> z)
    {
        var sum = Vector256.Create(2.0 / 19);
        sum = Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0 / 17));
        sum = Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0 / 15));
        sum = Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0 / 13));
        sum = Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0 / 11));
        sum = Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0 / 9));
        sum = Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0 / 7));
        sum = Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0 / 5));
        sum = Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0 / 3));
        return Vector256.FusedMultiplyAdd(sum, z, Vector256.Create(2.0));
    }
}
