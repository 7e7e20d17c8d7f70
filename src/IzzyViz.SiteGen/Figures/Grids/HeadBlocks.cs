using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Heads;

namespace IzzyViz.SiteGen.Figures.Grids;

/// <summary>How many tokens a cell of a thumbnail stands for: as few as keep the picture light enough for its page.</summary>
internal static class HeadBlocks
{
    /// <summary>Up to here thumbnails show cells unless they are too many; above, means of blocks.</summary>
    private const int TokenLimit = 128;

    /// <summary>Cells a side of a thumbnail where blocks are averaged.</summary>
    private const int SideLimit = 48;

    /// <summary>All thumbnails of a figure together have at most the cells of 144 of that size.</summary>
    private const int CellBudget = 144 * SideLimit * SideLimit;

    /// <summary>About 700 kB of path data.</summary>
    private const int RunBudget = 100_000;

    public static ImmutableArray<HeadSheet> Sheets(IReadOnlyCollection<AttentionMap> maps, Func<double, ColorScale> scaleTo)
    {
        for (var block = FirstBlock(maps); ; block++)
        {
            var sheets = HeadSheet.Of(maps, block);
            if (Runs(sheets, scaleTo(Maximum(sheets))) <= RunBudget)
            {
                return sheets;
            }
        }
    }

    public static double Maximum(ImmutableArray<HeadSheet> sheets) => Grids(sheets).Max(g => g.Maximum);

    private static int FirstBlock(IReadOnlyCollection<AttentionMap> maps)
    {
        var tokens = maps.Max(m => Math.Max(m.Axes.Queries.Count, m.Axes.Keys.Count));
        var limit = maps.Count <= 144 ? SideLimit : (int)Math.Sqrt((double)CellBudget / maps.Count);
        return tokens <= TokenLimit && maps.Count <= 144 ? 1 : MapGrid.BlockFor(tokens, tokens, Math.Max(4, limit));
    }

    private static int Runs(ImmutableArray<HeadSheet> sheets, ColorScale scale) => Grids(sheets).Sum(g => LevelRuns.Of(g, scale).Sum(r => r.Length));

    private static IEnumerable<MapGrid> Grids(ImmutableArray<HeadSheet> sheets) => sheets.SelectMany(s => s.Layers).SelectMany(l => l.Grids);
}
