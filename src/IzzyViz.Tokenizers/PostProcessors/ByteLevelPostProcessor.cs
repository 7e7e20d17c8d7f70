using IzzyViz.Tokenizers.Encodings;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.PostProcessors;

/// <summary>Takes the spaces that byte-level tokens carry out of their offsets. The prefix space was never in the text, so it takes nothing.</summary>
internal sealed class ByteLevelPostProcessor(bool trimOffsets, bool addPrefixSpace, UnicodeTables tables) : PostProcessor
{
    private static readonly int Space = ByteAlphabet.Of((byte)' ');

    public override int AddedTokens(bool pair) => 0;

    public override List<TokenRun> Apply(List<TokenRun> runs, bool addSpecialTokens)
    {
        foreach (var run in trimOffsets ? runs.SelectMany(r => r.Overflowing.Prepend(r)) : [])
        {
            for (var i = 0; i < run.Count; i++)
            {
                run.Entries[i] = Trimmed(run.Entries[i], i == 0);
            }
        }

        return runs;
    }

    private TokenEntry Trimmed(TokenEntry entry, bool first)
    {
        var before = Spaces(entry.Value, fromEnd: false);
        var behind = Spaces(entry.Value, fromEnd: true);
        if (before == 0 && behind == 0)
        {
            return entry;
        }

        if (before == 1 && addPrefixSpace && (first || entry.Start == 0))
        {
            before = 0;
        }

        var start = Math.Min(entry.Start + before, entry.End);
        var end = behind > 0 && entry.End >= behind ? Math.Max(entry.End - behind, start) : entry.End;
        return entry with { Start = start, End = end };
    }

    private int Spaces(string token, bool fromEnd)
    {
        var count = 0;
        while (count < token.Length && IsSpace(token[fromEnd ? token.Length - 1 - count : count]))
        {
            count++;
        }

        return count;
    }

    private bool IsSpace(char unit) => unit == Space || tables.Space.Contains(unit);
}
