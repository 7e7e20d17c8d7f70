using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures;

/// <summary>What is drawn of a map: its cells, or means of square blocks of them. A block exists where any cell of it does.</summary>
internal sealed class MapGrid
{
    private readonly double[] _values;

    private MapGrid(WeightMap map, int block, double[] values)
    {
        (Block, _values) = (block, values);
        (Rows, Columns) = (Blocks(map.Axes.Queries.Count, block), Blocks(map.Axes.Keys.Count, block));
    }

    /// <summary>Tokens per row and per column; 1 where cells are drawn.</summary>
    public int Block { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>NaN where masked.</summary>
    public double this[int row, int column] => _values[(row * Columns) + column];

    /// <summary>The largest value of a cell or block that exists; 0 where none does.</summary>
    public double Maximum => _values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Max();

    /// <summary>Below 0 only in differential attention.</summary>
    public double Minimum => _values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Min();

    public bool HasMaskedCells => Array.Exists(_values, double.IsNaN);

    /// <summary>The smallest block that brings both sides down to <paramref name="limit"/>.</summary>
    public static int BlockFor(int queries, int keys, int limit) => Math.Max(Blocks(queries, limit), Blocks(keys, limit));

    public static MapGrid Of(AttentionMap map, int block = 1) => Of(WeightMap.Of(map), block);

    public static MapGrid Of(WeightMap map, int block = 1)
    {
        var (rows, columns) = (Blocks(map.Axes.Queries.Count, block), Blocks(map.Axes.Keys.Count, block));
        var values = new double[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = block == 1 ? Cell(map, i / columns, i % columns) : Mean(map, block, i / columns, i % columns);
        }

        return new(map, block, values);
    }

    private static int Blocks(int tokens, int size) => Math.Max(1, (tokens + size - 1) / size);

    private static double Cell(WeightMap map, int query, int key) => map.Axes.Mask[query, key] ? map[query, key] : double.NaN;

    private static double Mean(WeightMap map, int block, int row, int column)
    {
        var (sum, count) = (0.0, 0);
        for (var query = row * block; query < Math.Min((row + 1) * block, map.Axes.Queries.Count); query++)
        {
            for (var key = column * block; key < Math.Min((column + 1) * block, map.Axes.Keys.Count); key++)
            {
                if (map.Axes.Mask[query, key])
                {
                    (sum, count) = (sum + map[query, key], count + 1);
                }
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
