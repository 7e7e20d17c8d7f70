namespace IzzyViz.Analysis.Statistics;

/// <summary>One query row in double precision, masked cells cleared, with the sums that several statistics use.</summary>
internal readonly ref struct AttentionRow(AxesIndex index, VisibleRow visible, ReadOnlySpan<double> weights, RowSums sums)
{
    public AxesIndex Index { get; } = index;

    /// <summary>Weights of keys <see cref="Start"/> and on; 0 where masked.</summary>
    public ReadOnlySpan<double> Weights { get; } = weights;

    public RowSums Sums { get; } = sums;

    public int Query => visible.Query;

    public int Start => visible.Start;

    /// <summary>n(i).</summary>
    public int Visible => visible.Count;

    /// <summary>Where the query stands among the keys of self-attention.</summary>
    public int Position => visible.Query + Index.Offset;

    public bool IsSpecialQuery => Index.Axes.Queries.Tokens[visible.Query].IsSpecial;

    /// <summary>A row that sees one key has no choice: its weight is 1 whatever the model does.</summary>
    public bool HasChoice => visible.Count >= 2;

    public double this[int key] => Weights[key - visible.Start];

    public bool Sees(int key) => visible.Sees(key);

    /// <summary>Whether queries are the keys, or the last of them after a cache.</summary>
    public bool IsSelf => Index.IsSelf;

    /// <summary>The weight on one key, where the row sees it and has a choice.</summary>
    public RowPart On(int key) => HasChoice && Sees(key) ? RowPart.Of(this[key]) : RowPart.None;

    /// <summary>The weight on keys that lie <paramref name="shift"/> after earlier copies of this row's token.</summary>
    public RowPart OnCopies(int shift)
    {
        var (mass, seen) = (0.0, 0);
        foreach (var copy in Index.Repeated.Before(Position))
        {
            if (Sees(copy + shift))
            {
                (mass, seen) = (mass + this[copy + shift], seen + 1);
            }
        }

        return HasChoice && seen > 0 ? RowPart.Of(mass) : RowPart.None;
    }
}
