using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Slices;

namespace IzzyViz.SiteGen.Figures.Heads;

/// <summary>One statistic of one example through the layers.</summary>
/// <param name="Layers">Values <c>[layer][head]</c>; NaN where undefined.</param>
internal sealed record LayerPath(StatisticAxis Axis, ImmutableArray<ImmutableArray<double>> Layers)
{
    /// <summary>Heads the plots of one kind of attention; null where there is one kind only.</summary>
    public string? Kind { get; init; }
}

/// <summary>One example through the layers: a small plot per statistic, a dot per head, a line through the means.</summary>
internal static class LayerPathFigure
{
    private const double Width = 190;
    private const double Height = 84;
    private const double Left = 36;
    private const int Across = 4;
    private const double PitchX = Left + Width + 22;
    private const double PitchY = Height + 62;

    private const double Heading = 30;

    public static Figure Draw(ImmutableArray<LayerPath> paths, string slug) => new()
    {
        Slug = slug,
        Title = "Through the layers",
        Description = string.Join(" ", paths.Select(Words)),
        HowToRead = "Layers run from left to right; every dot is a head, the line joins the means of the layers.",
        Legend = "Units stand above the plots; every plot has its own scale.",
        Scene = Compose([.. paths.GroupBy(p => p.Kind, StringComparer.Ordinal)]),
    };

    private static Scene Compose(ImmutableArray<IGrouping<string?, LayerPath>> kinds)
    {
        var nodes = ImmutableArray.CreateBuilder<SceneNode>();
        var y = 0.0;
        foreach (var kind in kinds)
        {
            if (kind.Key is { } heading)
            {
                nodes.Add(new TextNode(new(0, y + 14), heading) { Style = TextStyle.Heading });
                y += Heading;
            }

            nodes.AddRange(kind.Select((path, i) => new GroupNode([.. Panel(path)]) { Placement = new((i % Across * PitchX) + Left, y + (i / Across * PitchY) + 28) }));
            y += (kind.Count() + Across - 1) / Across * PitchY;
        }

        return new(Math.Min(kinds.Select(k => k.Count()).DefaultIfEmpty().Max(), Across) * PitchX, y - 14, nodes.ToImmutable());
    }

    private static IEnumerable<SceneNode> Panel(LayerPath path)
    {
        var values = path.Layers.SelectMany(l => l).Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).ToArray();
        var scale = LinearScale.Round(Math.Min(0, values.Min()), Math.Max(values.Max(), 1e-6), Height);
        double X(int layer) => (layer + 0.5) * Width / path.Layers.Length;
        yield return new TextNode(new(0, -14), path.Axis.Title) { Style = TextStyle.Label.Strong };
        yield return new GroupNode([.. Frame(path, scale, X)]) { Style = TextStyle.Note, Fill = Paint.Muted, IsCrisp = true };
        var dots = path.Layers.SelectMany((heads, layer) => heads.Where(v => !double.IsNaN(v)).Select(v => new ScenePoint(X(layer), Height - scale.At(v))));
        yield return new DotsNode([.. dots], 2.5) { Fill = Paint.Level(13) };
        var means = path.Layers.Select((heads, layer) => (Layer: layer, Mean: Mean(heads))).Where(m => !double.IsNaN(m.Mean)).ToArray();
        yield return new PathNode([.. means.Select((m, i) => new PathStep(i == 0 ? PathVerb.Move : PathVerb.Line, new(X(m.Layer), Height - scale.At(m.Mean))))])
        {
            Stroke = Paint.Ink,
            StrokeWidth = 1.5,
        };
    }

    private static IEnumerable<SceneNode> Frame(LayerPath path, LinearScale scale, Func<int, double> x)
    {
        foreach (var tick in scale.Ticks(2))
        {
            yield return new LineNode(new(0, Height - scale.At(tick)), new(Width, Height - scale.At(tick))) { Stroke = Paint.Rule };
            yield return new TextNode(new(-6, Height - scale.At(tick) + TextStyle.Note.HalfCapital), FigureNumber.Step(tick, scale.Step(2), path.Axis.Unit)) { Anchor = TextAnchor.End };
        }

        foreach (var layer in new[] { 0, path.Layers.Length - 1 }.Distinct())
        {
            yield return new TextNode(new(x(layer), Height + 16), $"L{layer}") { Anchor = TextAnchor.Middle };
        }

        yield return new TextNode(new(Width, -14), path.Axis.Unit) { Anchor = TextAnchor.End };
    }

    private static double Mean(ImmutableArray<double> heads) => heads.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average();

    private static string Words(LayerPath path)
    {
        var means = path.Layers.Select(Mean).ToArray();
        var unit = path.Axis.Unit;
        var name = path.Kind is { } kind ? $"{kind}, {path.Axis.Title.ToLowerInvariant()}" : path.Axis.Title;
        return $"{name}: mean {FigureNumber.Fine(means[0], unit)} in the first layer, {FigureNumber.Fine(means[^1], unit)} in the last ({unit}).";
    }
}
