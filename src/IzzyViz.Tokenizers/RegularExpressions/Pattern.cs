using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>A compiled regular expression. Immutable, so any number of threads may use it.</summary>
internal sealed class Pattern : ITextPattern
{
    public Pattern(string source, UnicodeTables tables)
    {
        var node = PatternParser.Parse(source, tables);
        (Code, Registers) = PatternCompiler.Compile(node);
        Word = tables.Classes["w"];
    }

    public Instruction[] Code { get; }

    public int Registers { get; }

    /// <summary>What <c>\b</c> takes for a word character.</summary>
    public CodePointSet Word { get; }

    /// <summary>Steps through the text as the reference's iterator does: an empty match right behind another match is passed over.</summary>
    public void Find(ReadOnlySpan<int> text, List<TextMatch> output)
    {
        var matcher = new Matcher(this, text);
        try
        {
            Find(ref matcher, text.Length, output);
        }
        finally
        {
            matcher.Dispose();
        }
    }

    private static void Find(ref Matcher matcher, int length, List<TextMatch> output)
    {
        int done = 0, from = 0, lastEnd = -1;
        while (from <= length && Search(ref matcher, length, from, out var start) is >= 0 and var end)
        {
            if (start == end && end == lastEnd)
            {
                from++;
                continue;
            }

            TextMatch.AddGap(output, done, start);
            output.Add(new(start, end, true));
            done = from = lastEnd = end;
        }

        TextMatch.AddGap(output, done, length);
    }

    private static int Search(ref Matcher matcher, int length, int from, out int start)
    {
        var end = -1;
        for (start = from; start <= length && (end = matcher.Match(start)) < 0; start++)
        {
        }

        return end;
    }
}
