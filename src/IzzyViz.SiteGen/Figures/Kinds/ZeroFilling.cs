using IzzyViz.SiteGen.Arrays;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>
/// What IzzyViz does to a map before it draws a part of it: every weight that is not above 0 becomes a tenth of the smallest that is, in the
/// map itself, so that parts drawn later see it.
/// </summary>
internal sealed class ZeroFilling(Matrix matrix)
{
    private const double WhereNoneIsAbove = 1e-6;
    private readonly double[] _values = matrix.Values.ToArray();

    public Matrix Values => new(matrix.Rows, matrix.Columns, [.. _values]);

    public void Fill(Range rows, Range columns)
    {
        var (top, height) = rows.GetOffsetAndLength(matrix.Rows);
        var (left, width) = columns.GetOffsetAndLength(matrix.Columns);
        var places = Enumerable.Range(top, height).SelectMany(r => Enumerable.Range((r * matrix.Columns) + left, width)).ToArray();
        var least = places.Select(i => _values[i]).Where(v => v > 0).DefaultIfEmpty(WhereNoneIsAbove).Min();
        foreach (var place in places.Where(i => _values[i] <= 0))
        {
            _values[place] = least / 10;
        }
    }
}
