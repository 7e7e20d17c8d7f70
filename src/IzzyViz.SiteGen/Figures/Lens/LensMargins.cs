using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Lens;

/// <summary>For long inputs: the mean weight each column receives, above, and the entropy of each row, at the side.</summary>
internal static class LensMargins
{
    private static readonly TextStyle Style = new(10);

    public static ImmutableArray<SceneNode> Draw(LensLayout layout, WeightMap map)
    {
        var (queries, keys) = (map.Axes.Queries.Count, map.Axes.Keys.Count);
        var received = Normalised(PerBand(keys, layout.Grid.Block, key => Received(map, key)), out var most);
        var entropy = Normalised(PerBand(queries, layout.Grid.Block, query => Entropy(map, query)), out var highest);
        var side = layout.Columns.Length + LensLayout.Gap;
        return
        [
            new PathNode([.. Above(layout.Columns, received)]) { Fill = Paint.Muted },
            new PathNode([.. Beside(layout.Rows, entropy, side)]) { Fill = Paint.Muted },
            new LineNode(new(side, 0), new(side, layout.Rows.Length)) { Stroke = Paint.Rule },
            new LineNode(new(0, -LensLayout.Gap), new(layout.Columns.Length, -LensLayout.Gap)) { Stroke = Paint.Rule },
            Note($"received, to {FigureNumber.Tick(most, most)}", side, -LensLayout.Gap - 2),
            Note($"entropy, to {FigureNumber.Short(highest)} nats", side, layout.Rows.Length + Style.Size + 2),
        ];
    }

    private static double[] PerBand(int tokens, int block, Func<int, double> value) =>
        [.. Enumerable.Range(0, tokens).Chunk(block).Select(tokensOfBand => tokensOfBand.Average(value))];

    /// <summary>Mean weight over the queries that can see the key; 0 where none can.</summary>
    private static double Received(WeightMap map, int key)
    {
        var (sum, count) = (0.0, 0);
        for (var query = 0; query < map.Axes.Queries.Count; query++)
        {
            if (map.Axes.Mask[query, key])
            {
                (sum, count) = (sum + map[query, key], count + 1);
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>-Σ p ln p over the keys the query can see, in nats.</summary>
    private static double Entropy(WeightMap map, int query)
    {
        var entropy = 0.0;
        for (var key = 0; key < map.Axes.Keys.Count; key++)
        {
            var weight = map.Axes.Mask[query, key] ? map[query, key] : 0;
            entropy -= weight > 0 ? weight * Math.Log(weight) : 0;
        }

        return entropy;
    }

    private static double[] Normalised(double[] values, out double maximum)
    {
        var largest = maximum = values.DefaultIfEmpty(0).Max();
        return [.. values.Select(v => largest > 0 ? v / largest : 0)];
    }

    private static IEnumerable<PathStep> Above(BandScale bands, double[] shares)
    {
        yield return PathStep.Move(0, -LensLayout.Gap);
        for (var i = 0; i < shares.Length; i++)
        {
            var y = -LensLayout.Gap - (shares[i] * LensLayout.Strip);
            yield return PathStep.Line(bands.Start(i), y);
            yield return PathStep.Line(bands.Start(i) + bands.Size(i), y);
        }

        yield return PathStep.Line(bands.Length, -LensLayout.Gap);
    }

    private static IEnumerable<PathStep> Beside(BandScale bands, double[] shares, double x)
    {
        yield return PathStep.Move(x, 0);
        for (var i = 0; i < shares.Length; i++)
        {
            yield return PathStep.Line(x + (shares[i] * LensLayout.Strip), bands.Start(i));
            yield return PathStep.Line(x + (shares[i] * LensLayout.Strip), bands.Start(i) + bands.Size(i));
        }

        yield return PathStep.Line(x, bands.Length);
    }

    private static TextNode Note(string text, double x, double y) => new(new(x, y), text) { Style = Style, Fill = Paint.Muted };
}
