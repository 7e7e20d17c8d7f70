using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Reviews;

/// <summary>The same rows before and after.</summary>
/// <param name="Count">Rows with a value on both sides.</param>
/// <param name="OneSided">Rows with a value on one side only; they are in no mean.</param>
/// <param name="Interval">95 % interval of the mean change; none below 30 rows.</param>
/// <param name="Largest">The largest |change| of a row.</param>
public sealed record PairedChange(int Count, int OneSided, double Before, double After, MeanInterval Interval, double Largest)
{
    public double Change => After - Before;

    internal static PairedChange Of(ReadOnlySpan<(double Before, double After)> pairs, int oneSided)
    {
        if (pairs.IsEmpty)
        {
            return new(0, oneSided, double.NaN, double.NaN, MeanInterval.None, 0);
        }

        var differences = new double[pairs.Length];
        var (before, after, largest) = (0.0, 0.0, 0.0);
        for (var k = 0; k < pairs.Length; k++)
        {
            differences[k] = pairs[k].After - pairs[k].Before;
            (before, after, largest) = (before + pairs[k].Before, after + pairs[k].After, Math.Max(largest, Math.Abs(differences[k])));
        }

        Array.Sort(differences);
        return new(pairs.Length, oneSided, before / pairs.Length, after / pairs.Length, MeanInterval.Of(differences), largest);
    }
}
