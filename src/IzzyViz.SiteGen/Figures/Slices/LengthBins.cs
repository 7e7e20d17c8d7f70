using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Figures.Slices;

/// <summary>Lengths counted in bars of a round width: bar i holds lengths from First + i·Width up to the next bar.</summary>
internal sealed record LengthBins(int First, int Width, ImmutableArray<int> Counts)
{
    private static readonly int[] Widths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

    public static LengthBins Of(ImmutableArray<int> lengths, int most)
    {
        if (lengths.IsEmpty)
        {
            return new(0, 1, [0]);
        }

        var (least, greatest) = (lengths.Min(), lengths.Max());
        var width = Widths.FirstOrDefault(w => (greatest / w) - (least / w) < most, Widths[^1]);
        var counts = new int[(greatest / width) - (least / width) + 1];
        foreach (var length in lengths)
        {
            counts[(length / width) - (least / width)]++;
        }

        return new(least / width * width, width, [.. counts]);
    }
}
