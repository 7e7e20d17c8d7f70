using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Slices;

/// <summary>How long the examples of a slice are, in tokens.</summary>
internal static class LengthHistogramFigure
{
    private const double Width = 420;
    private const double Height = 110;
    private const double Left = 34;
    private const int MostBins = 28;

    public static Figure Draw(ImmutableArray<int> tokenCounts, string slug)
    {
        var bins = LengthBins.Of(tokenCounts, MostBins);
        return new()
        {
            Slug = slug,
            Title = "Length of the examples",
            Description = tokenCounts.IsEmpty ? "No examples." : Summary(tokenCounts),
            HowToRead = "Height is the number of examples whose length falls into the bar; the mark below is the median.",
            Legend = string.Create(CultureInfo.InvariantCulture, $"{tokenCounts.Length} examples, bars {bins.Width} {(bins.Width == 1 ? "token" : "tokens")} wide."),
            Scene = Compose(bins, tokenCounts),
        };
    }

    private static string Summary(ImmutableArray<int> counts) =>
        string.Create(CultureInfo.InvariantCulture, $"{counts.Length} examples of {counts.Min()} to {counts.Max()} tokens, median {Median(counts):0.#}.");

    private static Scene Compose(LengthBins bins, ImmutableArray<int> counts)
    {
        var across = bins.Counts.Length * (double)bins.Width;
        var vertical = LinearScale.Round(0, Math.Max(1, bins.Counts.DefaultIfEmpty(0).Max()), Height);
        double X(double tokens) => (tokens - bins.First) / across * Width;
        var bars = bins.Counts.Select((count, i) => new SceneRect(
            X(bins.First + (i * bins.Width)), Height - vertical.At(count), (Width / bins.Counts.Length) - 1, vertical.At(count)));
        return new(Left + Width + 16, Height + 46,
        [
            new GroupNode([.. Grid(vertical)]) { Placement = new(Left, 8), Style = TextStyle.Note, Fill = Paint.Muted, IsCrisp = true },
            new GroupNode([new TilesNode([.. bars.Where(b => b.Height > 0)]) { Fill = Paint.Category(0) }]) { Placement = new(Left, 8), IsCrisp = true },
            new GroupNode([.. Ticks(bins, X)]) { Placement = new(Left, Height + 8), Style = TextStyle.Note, Fill = Paint.Muted },
            .. counts.IsEmpty ? [] : new SceneNode[] { new GroupNode([Mark(X(Median(counts) + (bins.Width == 1 ? 0.5 : 0)))]) { Placement = new(Left, Height + 8) } },
        ]);
    }

    // Whole numbers only: half an example does not exist.
    private static IEnumerable<SceneNode> Grid(LinearScale vertical) => vertical.Ticks(3).Where(double.IsInteger).SelectMany(tick => new SceneNode[]
    {
        new LineNode(new(0, Height - vertical.At(tick)), new(Width, Height - vertical.At(tick))) { Stroke = Paint.Rule },
        new TextNode(new(-8, Height - vertical.At(tick) + TextStyle.Note.HalfCapital), FigureNumber.Tick(tick, 100)) { Anchor = TextAnchor.End },
    });

    private static IEnumerable<SceneNode> Ticks(LengthBins bins, Func<double, double> x)
    {
        var every = Math.Max(1, (int)Math.Ceiling(bins.Counts.Length / 8.0));
        for (var i = 0; i < bins.Counts.Length; i += every)
        {
            var middle = x(bins.First + (i * bins.Width) + (bins.Width == 1 ? 0.5 : 0));
            yield return new TextNode(new(middle, 17), (bins.First + (i * bins.Width)).ToString(CultureInfo.InvariantCulture)) { Anchor = TextAnchor.Middle };
        }

        yield return new TextNode(new(Width / 2, 34), "tokens") { Anchor = TextAnchor.Middle };
    }

    private static PathNode Mark(double x) =>
        new([PathStep.Move(x, 1), PathStep.Line(x - 4, 7), PathStep.Line(x + 4, 7), PathStep.Close]) { Fill = Paint.Accent };

    private static double Median(ImmutableArray<int> counts)
    {
        var sorted = counts.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
