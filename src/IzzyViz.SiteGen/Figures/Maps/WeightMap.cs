using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Arrays;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>One map <c>[query, key]</c> in double precision with its tokens and its mask.</summary>
internal sealed record WeightMap(AttentionAxes Axes, Matrix Values)
{
    public double this[int query, int key] => Values[query, key];

    public static WeightMap Of(AttentionMap map)
    {
        var weights = map.Weights.Span;
        var values = new double[weights.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = weights[i];
        }

        return new(map.Axes, new(map.Axes.Queries.Count, map.Axes.Keys.Count, values));
    }

    /// <summary>The values of the cells that exist, in reading order.</summary>
    public IEnumerable<double> Visible()
    {
        for (var row = 0; row < Values.Rows; row++)
        {
            for (var column = 0; column < Values.Columns; column++)
            {
                if (Axes.Mask[row, column])
                {
                    yield return Values[row, column];
                }
            }
        }
    }
}
