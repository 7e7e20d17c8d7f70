namespace IzzyViz.Analysis.Reviews;

/// <summary>Pieces of a review in Markdown and in messages.</summary>
internal static class ReviewText
{
    private const int LongestPiece = 40;

    /// <summary>NaN where no row has a value on both sides.</summary>
    public static string Signed(double change) => double.IsNaN(change) ? "an unknown amount" : change.ToString("+0.0000;-0.0000;0.0000");

    public static string Number(double value) => double.IsNaN(value) ? "undefined" : value.ToString("0.0000");

    public static string Of(GateCause cause) => cause switch
    {
        GateCause.Behaviour => "on unchanged rows",
        GateCause.Rows => "by changed rows",
        _ => "by changed rows and a changed model, which no unchanged row tells apart",
    };

    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    /// <summary>Foreign text as code: no markup, no mention and no line break comes through.</summary>
    public static string Code(string text)
    {
        var flat = Shorten(string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
        var fence = "`";
        while (flat.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        var gap = flat.Length == 0 || flat.StartsWith('`') || flat.EndsWith('`') ? " " : "";
        return flat.Length == 0 ? "nothing" : $"{fence}{gap}{flat}{gap}{fence}";
    }

    public static string Link(string text, string? address) =>
        address is null ? text : $"[{text}]({string.Concat(address.Select(Escape))})";

    /// <summary>The first items, and how many more there are.</summary>
    public static string Some(IReadOnlyList<string> items, int most) =>
        items.Count <= most ? string.Join(", ", items) : $"{string.Join(", ", items.Take(most))} and {items.Count - most} more";

    private static string Escape(char c) => c is ' ' or '(' or ')' or '<' or '>' ? Uri.HexEscape(c) : c.ToString();

    private static string Shorten(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        return runes.Length <= LongestPiece ? text : string.Concat(runes.Take(LongestPiece - 1).Select(r => r.ToString())) + "…";
    }
}
