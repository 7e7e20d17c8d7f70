namespace IzzyViz.Tokenizers.Text;

/// <summary>A stretch of a text that a pattern matches, or that lies between matches.</summary>
internal readonly record struct TextMatch(int Start, int End, bool IsMatch)
{
    public static void AddGap(List<TextMatch> output, int start, int end)
    {
        if (start < end)
        {
            output.Add(new(start, end, false));
        }
    }
}
