namespace IzzyViz.Tokenizers.Encodings;

/// <summary>Cuts one or two segments to the room they have together.</summary>
internal sealed class Truncation(TruncationOptions options, string file)
{
    /// <param name="room">Tokens left once the special tokens have theirs.</param>
    public void Apply(List<TokenRun> runs, int room)
    {
        var total = runs.Sum(r => r.Count);
        if (room < 0)
        {
            throw Error($"the maximum length {options.MaxLength} is smaller than the number of special tokens.", "Allow more tokens.");
        }

        if (room == 0)
        {
            Cut(runs, [.. runs.Select(_ => 0)]);
        }
        else if (total > room)
        {
            Cut(runs, options.Strategy == TruncationStrategy.LongestFirst ? Longest(runs, room) : Only(runs, total - room));
        }
    }

    private void Cut(List<TokenRun> runs, int[] lengths)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            if (lengths[i] > 0 && lengths[i] < runs[i].Count && options.Stride >= lengths[i])
            {
                throw Error($"the stride {options.Stride} must be smaller than the {lengths[i]} tokens that are left.", "Allow more tokens or choose a smaller stride.");
            }

            runs[i] = runs[i].Truncate(lengths[i], options);
        }
    }

    private static int[] Longest(List<TokenRun> runs, int room)
    {
        if (runs.Count == 1)
        {
            return [room];
        }

        var first = runs[0].Count <= runs[1].Count;
        var shorter = first ? runs[0].Count : runs[1].Count;
        var longer = shorter > room ? shorter : Math.Max(shorter, room - shorter);
        if (shorter + longer > room)
        {
            (shorter, longer) = (room / 2, room / 2 + room % 2);
        }

        return first ? [shorter, longer] : [longer, shorter];
    }

    private int[] Only(List<TokenRun> runs, int surplus)
    {
        var index = options.Strategy == TruncationStrategy.OnlyFirst ? 0 : 1;
        if (index >= runs.Count)
        {
            throw Error("only the second text may be cut, and there is none.", "Give a pair or choose another strategy.");
        }

        if (runs[index].Count <= surplus)
        {
            throw Error("the text that may be cut is too short to make room for the other.", "Allow more tokens or choose longest-first.");
        }

        return [.. runs.Select((r, i) => i == index ? r.Count - surplus : r.Count)];
    }

    private TokenizerException Error(string problem, string remedy) => new(file, "truncation", problem, remedy);
}
