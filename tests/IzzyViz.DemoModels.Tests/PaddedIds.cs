using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tests;

/// <summary>Sequences padded on the right to the longest.</summary>
internal sealed class PaddedIds
{
    public PaddedIds(IReadOnlyList<ImmutableArray<int>> sequences, int padding)
    {
        Rows = sequences.Count;
        Columns = sequences.Max(sequence => sequence.Length);
        Ids = new long[Rows * Columns];
        Mask = new long[Rows * Columns];
        Array.Fill(Ids, padding);
        for (var row = 0; row < Rows; row++)
        {
            for (var i = 0; i < sequences[row].Length; i++)
            {
                Ids[row * Columns + i] = sequences[row][i];
                Mask[row * Columns + i] = 1;
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public long[] Ids { get; }

    public long[] Mask { get; }
}
