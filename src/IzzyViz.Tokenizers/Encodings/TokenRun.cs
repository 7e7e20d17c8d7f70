namespace IzzyViz.Tokenizers.Encodings;

/// <summary>The tokens of a segment or a whole, and the windows that truncation cut off.</summary>
internal sealed class TokenRun(List<TokenEntry> entries)
{
    public TokenRun()
        : this([])
    {
    }

    public List<TokenEntry> Entries => entries;

    public List<TokenRun> Overflowing { get; private set; } = [];

    public int Count => entries.Count;

    public void SetType(int typeId)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i] = entries[i] with { TypeId = typeId };
        }
    }

    /// <summary>Appends another run; every window of one goes with the other and with every window of the other.</summary>
    public void Append(TokenRun next)
    {
        var windows = new List<TokenRun>();
        foreach (var window in Overflowing)
        {
            windows.Add(Joined(window, next));
            windows.AddRange(next.Overflowing.Select(other => Joined(window, other)));
        }

        windows.AddRange(next.Overflowing.Select(other => Joined(this, other)));
        entries.AddRange(next.Entries);
        Overflowing = windows;
    }

    /// <summary>Keeps so many tokens; the rest becomes windows of the same size that overlap by the stride.</summary>
    public TokenRun Truncate(int length, TruncationOptions options)
    {
        if (length >= Count)
        {
            return this;
        }

        if (length == 0)
        {
            return new() { Overflowing = [new(entries)] };
        }

        var windows = Windows(length, length - options.Stride, options.Side).Select(w => new TokenRun(entries.GetRange(w.Start, w.End - w.Start))).ToList();
        return new(windows[0].Entries) { Overflowing = windows[1..] };
    }

    private IEnumerable<(int Start, int End)> Windows(int length, int step, Side side)
    {
        for (var at = 0; ; at += step)
        {
            var (start, end) = side == Side.Right
                ? (at, Math.Min(at + length, Count))
                : (Math.Max(Count - at - length, 0), Count - at);
            yield return (start, end);
            if (side == Side.Right ? end == Count : start == 0)
            {
                yield break;
            }
        }
    }

    private static TokenRun Joined(TokenRun first, TokenRun second) => new([.. first.Entries, .. second.Entries]);
}
