namespace IzzyViz.Analysis.Datasets;

/// <summary>Decides row by row whether an example passes a slice's filter and lies in its range.</summary>
internal sealed class SliceMembers(SliceDefinition slice, RowLayout layout)
{
    private readonly SliceFilter _filter = new(slice, layout);

    private int _position;

    /// <summary>Rows accepted so far, before sampling.</summary>
    public int Accepted { get; private set; }

    public bool Accepts(Example example, Row row)
    {
        if (!_filter.Passes(example, row))
        {
            return false;
        }

        var position = _position++;
        var isIn = slice.Range is not var (start, end) || (position >= start && (end is null || position < end));
        Accepted += isIn ? 1 : 0;
        return isIn;
    }
}
