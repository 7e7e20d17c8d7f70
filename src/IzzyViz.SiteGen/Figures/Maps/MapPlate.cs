using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>One map as shapes: names of axes, cells, labels, marks. The canvas begins at its upper left corner.</summary>
internal sealed class MapPlate(LensLayout layout)
{
    public LensLayout Layout { get; } = layout;

    private MapSpec Spec => Layout.Spec;

    public double Width => Layout.Right;

    public double Height => Layout.Plot.Bottom;

    /// <param name="glyphs">Over the cells, in the plot's own coordinates.</param>
    public ImmutableArray<SceneNode> Draw(ImmutableArray<SceneNode> glyphs = default)
    {
        var plot = Layout.Plot;
        var marks = MapMarks.Of(Layout);
        return
        [
            new TextNode(new(plot.X, 12), Spec.XLabel) { Style = TextStyle.Note, Fill = Paint.Muted },
            new TextNode(new(plot.X - LensLayout.Gap, plot.Y - 8), Spec.YLabel) { Style = TextStyle.Note, Fill = Paint.Muted, Anchor = TextAnchor.End },
            new GroupNode([.. MapCells.Of(Layout)])
            {
                Placement = new(plot.X, plot.Y),
                IsCrisp = true,
                Data = [new("rows", Layout.Rows.Edges), new("columns", Layout.Columns.Edges), new("block", Layout.Grid.Block)],
            },
            new GroupNode([.. LensLabels.Rows(Layout), .. LensLabels.Columns(Layout)]) { Placement = new(plot.X, plot.Y), Style = Layout.Style },
            .. glyphs.IsDefaultOrEmpty ? [] : (ImmutableArray<SceneNode>)[new GroupNode(glyphs) { Placement = new(plot.X, plot.Y) }],
            new GroupNode(marks) { Placement = new(plot.X, plot.Y) },
        ];
    }

    /// <summary>The map with its colour bar below.</summary>
    public Scene WithLegend(ImmutableArray<SceneNode> glyphs = default)
    {
        var words = Words();
        var width = Math.Max(Width, ScaleLegend.MinimumWidth(words));
        var legendTop = Height + (Layout.HasMargins ? 30 : 20);
        ImmutableArray<SceneNode> nodes = [.. Draw(glyphs), new GroupNode(ScaleLegend.Draw(Spec.Colors, words, width)) { Placement = new(0, legendTop) }];
        return new(width, legendTop + ScaleLegend.Height, nodes);
    }

    private ScaleWords Words()
    {
        var exponent = Spec.Colors.Norm.Exponent;
        return new(exponent == 1 ? "weight" : $"weight, exponent {FigureNumber.Exponent(exponent)}", Layout.Grid.HasMaskedCells ? "masked" : null);
    }
}
