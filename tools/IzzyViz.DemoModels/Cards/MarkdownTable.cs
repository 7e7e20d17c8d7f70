namespace IzzyViz.DemoModels.Cards;

internal static class MarkdownTable
{
    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        IEnumerable<IReadOnlyList<string>> lines = [header, [.. header.Select(_ => "---")], .. rows];
        return string.Join('\n', lines.Select(cells => $"| {string.Join(" | ", cells)} |"));
    }

    /// <summary>How many rows of a dataset have each tag, in the order of the tags.</summary>
    public static string Counts(string heading, IEnumerable<string> tags) => Of(
        [heading, "rows"],
        tags.CountBy(tag => tag, StringComparer.Ordinal)
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => new[] { $"`{tag.Key}`", $"{tag.Value}" }));
}
