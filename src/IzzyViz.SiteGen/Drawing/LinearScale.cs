using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>Values to places along an axis of the canvas.</summary>
internal sealed class LinearScale
{
    private readonly double _length;

    private LinearScale(double minimum, double maximum, double length) => (Minimum, Maximum, _length) = (minimum, maximum, length);

    public double Minimum { get; }

    public double Maximum { get; }

    /// <summary>From a round number at or below the least value to one at or above the greatest; from 0 where the values come near it.</summary>
    public static LinearScale Round(double least, double greatest, double length)
    {
        // Values that are all alike still get an axis with two ends.
        greatest = Math.Max(greatest, least + (1e-6 * Math.Max(1, Math.Abs(least))));
        var from = least >= 0 && least <= 0.5 * greatest ? 0 : least;
        var step = StepFor(from, greatest, 5);
        var (minimum, maximum) = (Math.Floor((from / step) + 1e-9) * step, Math.Ceiling((greatest / step) - 1e-9) * step);
        return new(minimum, maximum > minimum ? maximum : minimum + step, length);
    }

    public double At(double value) => (value - Minimum) / (Maximum - Minimum) * _length;

    /// <summary>Round numbers (1, 2 or 5 times a power of ten apart), about <paramref name="count"/> of them.</summary>
    public ImmutableArray<double> Ticks(int count = 5)
    {
        var step = Step(count);
        var (first, last) = ((long)Math.Ceiling((Minimum / step) - 1e-9), (long)Math.Floor((Maximum / step) + 1e-9));
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>How far apart <see cref="Ticks"/> are.</summary>
    public double Step(int count = 5) => StepFor(Minimum, Maximum, count);

    private static double StepFor(double minimum, double maximum, int count)
    {
        var rough = (maximum - minimum) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((rough / power) switch { <= 1.0000001 => 1, <= 2.0000001 => 2, <= 5.0000001 => 5, _ => 10 });
    }
}
