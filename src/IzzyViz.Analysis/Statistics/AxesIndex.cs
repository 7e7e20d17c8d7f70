using IzzyViz.Analysis.Captures;

namespace IzzyViz.Analysis.Statistics;

/// <summary>
/// What all heads over the same axes share: which keys each row sees, where the special tokens are, how far keys lie apart.
/// </summary>
internal sealed class AxesIndex
{
    private readonly double[] _ramp;
    private readonly Lazy<RepeatedTokens> _repeated;

    public AxesIndex(AttentionAxes axes, bool isSelf)
    {
        Axes = axes;
        Rows = VisibleRow.Of(axes.Mask);
        FirstKey = Rows.Where(r => r.Count > 0).Select(r => r.Start).DefaultIfEmpty(-1).Min();
        SpecialKeys = [.. Enumerable.Range(0, axes.Keys.Count).Where(j => axes.Keys.Tokens[j].IsSpecial)];
        _ramp = [.. Enumerable.Range(1 - axes.Keys.Count, Math.Max((2 * axes.Keys.Count) - 1, 0)).Select(d => (double)Math.Abs(d))];
        IsSelf = isSelf;
        _repeated = new(() => new RepeatedTokens(axes.Keys));
    }

    public AttentionAxes Axes { get; }

    public VisibleRow[] Rows { get; }

    /// <summary>The first position that any query sees: with left padding not position 0. -1 where nothing is visible.</summary>
    public int FirstKey { get; }

    public int[] SpecialKeys { get; }

    /// <summary>Queries are the keys, or the last of them after a cached prefix.</summary>
    public bool IsSelf { get; }

    public RepeatedTokens Repeated => _repeated.Value;

    /// <summary>Query row 0 stands at this key: past it lie keys of a cache, whose queries were not run.</summary>
    public int Offset => Axes.Keys.Count - Axes.Queries.Count;

    /// <summary>|position - key| for keys <paramref name="start"/> and on.</summary>
    public ReadOnlySpan<double> Distances(int position, int start, int length) =>
        _ramp.AsSpan(Axes.Keys.Count - 1 - position + start, length);
}
