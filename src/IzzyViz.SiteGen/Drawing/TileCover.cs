using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>A block of cells of one value, by row and column.</summary>
internal readonly record struct Tile(int Row, int Column, int Rows, int Columns);

/// <summary>
/// Covers a grid of small numbers with as few rectangles as a greedy pass finds: each grows right, then down. What makes pictures of
/// attention small is that neighbours are often alike.
/// </summary>
internal static class TileCover
{
    /// <summary>Tiles per value, in reading order of their first cells; cells with a value at or above <paramref name="values"/> are left out.</summary>
    /// <param name="cells"><c>[row, column]</c>, row-major.</param>
    public static ImmutableArray<ImmutableArray<Tile>> Of(ReadOnlySpan<ushort> cells, int columns, int values)
    {
        var builders = new ImmutableArray<Tile>.Builder[values];
        for (var v = 0; v < values; v++)
        {
            builders[v] = ImmutableArray.CreateBuilder<Tile>();
        }

        var isCovered = new bool[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!isCovered[i] && cells[i] < values)
            {
                builders[cells[i]].Add(Grow(cells, isCovered, columns, i));
            }
        }

        return [.. builders.Select(b => b.ToImmutable())];
    }

    private static Tile Grow(ReadOnlySpan<ushort> cells, bool[] isCovered, int columns, int start)
    {
        var (row, column) = (start / columns, start % columns);
        var width = 1;
        while (column + width < columns && Fits(cells, isCovered, cells[start], start + width, 1))
        {
            width++;
        }

        var height = 1;
        while (start + (height * columns) < cells.Length && Fits(cells, isCovered, cells[start], start + (height * columns), width))
        {
            height++;
        }

        for (var r = 0; r < height; r++)
        {
            isCovered.AsSpan(start + (r * columns), width).Fill(true);
        }

        return new(row, column, height, width);
    }

    private static bool Fits(ReadOnlySpan<ushort> cells, bool[] isCovered, ushort value, int start, int width) =>
        !cells.Slice(start, width).ContainsAnyExcept(value) && !isCovered.AsSpan(start, width).Contains(true);
}
