using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>Some rows and columns of a map as a map of their own.</summary>
internal static class MapPart
{
    public static WeightMap Of(WeightMap map, Range rows, Range columns)
    {
        var (top, height) = rows.GetOffsetAndLength(map.Values.Rows);
        var (left, width) = columns.GetOffsetAndLength(map.Values.Columns);
        var mask = map.Axes.Mask;
        return new(
            new(Part(map.Axes.Queries, top, height), Part(map.Axes.Keys, left, width), mask.IsFull ? AttentionMask.Full(height, width) : AttentionMask.From(height, width, (r, c) => mask[top + r, left + c])),
            map.Values.Part(rows, columns));
    }

    private static TokenSequence Part(TokenSequence tokens, int from, int count) => tokens with { Tokens = tokens.Tokens.Slice(from, count) };
}
