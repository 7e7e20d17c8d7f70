using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Means of square blocks of cells, for inputs that are too long for a mark in every cell.</summary>
internal static class ArrayBlocks
{
    public static FigureArrays Of(FigureArrays arrays, int limit)
    {
        var axes = arrays.Axes;
        var block = MapGrid.BlockFor(axes.Queries.Count, axes.Keys.Count, limit);
        if (block <= 1)
        {
            return arrays;
        }

        var grids = arrays.Matrices.Select(m => MapGrid.Of(new WeightMap(axes, m), block)).ToArray();
        var (rows, columns) = (grids[0].Rows, grids[0].Columns);
        var firsts = First(axes.Queries, block);
        return arrays with
        {
            Axes = new(firsts, axes.IsSelf ? firsts : First(axes.Keys, block), AttentionMask.From(rows, columns, (r, c) => !double.IsNaN(grids[0][r, c]))),
            Matrices = [.. grids.Select(g => Matrix.From(rows, columns, (r, c) => g[r, c]))],
            Notes = [.. arrays.Notes, $"Every cell is the mean of a block of {block} × {block} tokens, named by the position and the text of its first."],
        };
    }

    private static TokenSequence First(TokenSequence tokens, int block) => tokens with
    {
        Tokens = [.. tokens.Tokens.Where((_, i) => i % block == 0).Select((t, i) => t with { Label = $"{i * block} {t.Label}" })],
    };
}
