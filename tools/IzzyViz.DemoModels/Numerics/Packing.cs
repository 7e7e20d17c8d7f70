using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Numerics;

/// <summary>Sequences of different lengths laid end to end as rows of one matrix: no padding is ever computed.</summary>
/// <param name="Starts">First row of each sequence, and one past the last row.</param>
internal sealed record Packing(ImmutableArray<int> Starts)
{
    public int Count => Starts.Length - 1;

    public int Rows => Starts[^1];

    public int Start(int sequence) => Starts[sequence];

    public int Length(int sequence) => Starts[sequence + 1] - Starts[sequence];

    public static Packing Of(IEnumerable<int> lengths)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        foreach (var length in lengths)
        {
            starts.Add(starts[^1] + length);
        }

        return new Packing(starts.ToImmutable());
    }

    /// <summary>0, 1, 2 … in each sequence.</summary>
    public int[] Positions()
    {
        var positions = new int[Rows];
        for (var sequence = 0; sequence < Count; sequence++)
        {
            for (var i = 0; i < Length(sequence); i++)
            {
                positions[Start(sequence) + i] = i;
            }
        }

        return positions;
    }
}
