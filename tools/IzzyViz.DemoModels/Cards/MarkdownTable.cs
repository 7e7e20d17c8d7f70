namespace IzzyViz.DemoModels.Cards;

internal static class MarkdownTable
{
    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        IEnumerable<IReadOnlyList<string>> lines = [header, [.. header.Select(_ => "---")], .. rows];
        return string.Join('\n', lines.Select(cells => $"| {string.Join(" | ", cells)} |"));
    }
}
