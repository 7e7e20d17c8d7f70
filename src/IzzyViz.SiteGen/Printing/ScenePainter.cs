using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Walks a scene and paints each node with what it inherits, as a browser does with what <see cref="SvgBody"/> writes.</summary>
internal sealed class ScenePainter(SKCanvas canvas, Palette palette, TextPainter texts)
{
    private readonly Dictionary<string, ImmutableArray<SceneNode>> _definitions = new(StringComparer.Ordinal);
    private readonly ShapePainter _shapes = new(canvas, palette);

    public void Paint(Scene scene)
    {
        canvas.DrawColor(new(palette.Paper.Red, palette.Paper.Green, palette.Paper.Blue));
        Paint(scene.Nodes, Look.OfRoot);
    }

    private void Paint(ImmutableArray<SceneNode> nodes, Look inherited)
    {
        foreach (var node in nodes)
        {
            Paint(node, inherited.With(node));
        }
    }

    private void Paint(SceneNode node, Look look)
    {
        if (node.Opacity < 1)
        {
            using var layer = new SKPaint { ColorF = new(0, 0, 0, (float)Math.Max(node.Opacity, 0)) };
            canvas.SaveLayer(layer);
            PaintOpaque(node, look);
            canvas.Restore();
            return;
        }

        PaintOpaque(node, look);
    }

    private void PaintOpaque(SceneNode node, Look look)
    {
        switch (node)
        {
            case GroupNode group: PaintGroup(group, look); break;
            case LinkNode link: Paint(link.Children, look); break;
            case DefineNode define: _definitions[define.Name] = define.Children; break;
            case UseNode use: PaintUse(use, look); break;
            case TextNode text: PaintText(text, look); break;
            default: _shapes.Paint(node, look); break;
        }
    }

    private void PaintGroup(GroupNode group, Look look)
    {
        canvas.Save();
        if (group.Placement is { } placement)
        {
            canvas.Translate((float)placement.X, (float)placement.Y);
            canvas.RotateDegrees((float)placement.Degrees);
            canvas.Scale((float)placement.Scale);
        }

        Paint(group.Children, look);
        canvas.Restore();
    }

    private void PaintUse(UseNode use, Look look)
    {
        canvas.Save();
        canvas.Translate((float)use.At.X, (float)use.At.Y);
        Paint(_definitions[use.Name], look);
        canvas.Restore();
    }

    private void PaintText(TextNode node, Look look)
    {
        if (palette.ColorOf(look.Fill) is { } color)
        {
            canvas.Save();
            canvas.Translate((float)node.At.X, (float)node.At.Y);
            canvas.RotateDegrees((float)node.Degrees);
            texts.Paint(canvas, node, (look.Text, color));
            canvas.Restore();
        }
    }
}
