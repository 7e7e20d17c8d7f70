namespace IzzyViz.Tokenizers.Encodings;

/// <summary>Fills runs, and their windows, up to a length.</summary>
internal static class Padding
{
    public static void Apply(IReadOnlyList<TokenRun> runs, PaddingOptions options)
    {
        var length = options.Length ?? runs.Max(r => r.Count);
        if (options.MultipleOf is > 0 and var multiple)
        {
            length = (length + multiple - 1) / multiple * multiple;
        }

        foreach (var run in runs)
        {
            Fill(run, length, options);
        }
    }

    private static void Fill(TokenRun run, int length, PaddingOptions options)
    {
        run.Overflowing.ForEach(window => Fill(window, length, options));
        var missing = Math.Max(0, length - run.Count);
        var padding = Enumerable.Repeat(TokenEntry.Added(options.Id, options.Token, options.TypeId) with { IsPadding = true }, missing);
        run.Entries.InsertRange(options.Side == Side.Left ? 0 : run.Count, padding);
    }
}
