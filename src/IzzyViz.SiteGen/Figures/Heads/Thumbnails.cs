using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Heads;

/// <summary>How large the thumbnails of one sheet are; the gap is a whole number of cells, so that a layer is one grid.</summary>
/// <param name="Cell">Pixels a cell.</param>
internal sealed record ThumbnailSize(double Cell, int Columns, int GapCells)
{
    private const double SmallestSide = 28;
    private const double LargestCell = 14;

    public double Width => Columns * Cell;

    public double Gap => GapCells * Cell;

    public double Pitch => Width + Gap;

    /// <param name="heads">Of the whole figure: the fewer, the larger.</param>
    public static ThumbnailSize For(HeadSheet sheet, double width, int heads)
    {
        var grid = sheet.Layers[0].First;
        var side = Math.Clamp((width / sheet.Heads) - 8, SmallestSide, LargestSide(heads));
        var cell = Math.Round(Math.Clamp(side / Math.Max(grid.Rows, grid.Columns), 0.25, LargestCell), 2);
        return new(cell, grid.Columns, Math.Max(1, (int)Math.Ceiling(7 / cell)));
    }

    private static double LargestSide(int heads) => heads switch
    {
        <= 16 => 176,
        <= 32 => 136,
        _ => 96,
    };
}

/// <summary>The thumbnails of one layer: one path per colour level for all of them together.</summary>
internal sealed class ThumbnailRow(SheetLayer layer, ThumbnailSize size, string name)
{
    public double Height => layer.First.Rows * size.Cell;

    public double Width => (layer.Grids.Length * size.Pitch) - size.Gap;

    public IEnumerable<SceneNode> Draw(ColorScale scale)
    {
        yield return new DefineNode(name, Ground(scale));
        foreach (var head in Enumerable.Range(0, layer.Grids.Length))
        {
            yield return new UseNode(name, new(head * size.Pitch, 0)) { Fill = Paint.Level(0) };
        }

        var runs = layer.Grids.Select(g => LevelRuns.Of(g, scale)).ToArray();
        var levels = Enumerable.Range(1, Palette.Levels - 1).Select(level => (SceneNode)new PathNode(AtLevel(runs, level)) { Stroke = Paint.Level(level) });
        yield return new GroupNode([.. levels]) { Placement = new(0, 0, 0, size.Cell) };
    }

    /// <param name="nameOf">Short where the model has one kind of attention.</param>
    public IEnumerable<SceneNode> Links(Func<HeadAddress, string> linkOf, Func<HeadAddress, string> nameOf) => layer.Heads.Select((address, index) =>
    {
        var box = new SceneRect(index * size.Pitch, 0, size.Width, Height);
        return new LinkNode(linkOf(address), $"Head {nameOf(address)}", [new RectNode(box) { Fill = Paint.Clear, Title = nameOf(address) }])
        {
            Data = [new("layer", address.Layer), new("head", address.Head)],
        };
    });

    // The ground and the hatch are the same for all heads of a layer: drawn once, used by each. The ground has the colour of its use,
    // because rules for descendants of the picture do not reach into what is used.
    private ImmutableArray<SceneNode> Ground(ColorScale scale)
    {
        var (rows, columns) = (BandScale.Uniform(layer.First.Rows, size.Cell), BandScale.Uniform(layer.First.Columns, size.Cell));
        return [new RectNode(new(0, 0, size.Width, Height)), CellTiles.Masked(CellTiles.Cover(layer.First, scale), rows, columns)];
    }

    private ImmutableArray<PathStep> AtLevel(ImmutableArray<ImmutableArray<LevelRun>>[] runs, int level) =>
    [
        .. runs.SelectMany((ofHead, head) => ofHead[level].SelectMany(run => Steps(run, head * (size.Columns + size.GapCells)))),
    ];

    private static PathStep[] Steps(LevelRun run, int left) =>
    [
        PathStep.Move(left + run.Column, run.Row + 0.5),
        PathStep.Line(left + run.Column + run.Length, run.Row + 0.5),
    ];
}
