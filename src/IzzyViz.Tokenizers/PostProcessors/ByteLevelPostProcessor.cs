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
        var before = entry.Value.TakeWhile(IsSpace).Count();
        var behind = entry.Value.Reverse().TakeWhile(IsSpace).Count();
        if (before == 1 && addPrefixSpace && (first || entry.Start == 0))
        {
            before = 0;
        }

        var start = Math.Min(entry.Start + before, entry.End);
        var end = behind > 0 && entry.End >= behind ? Math.Max(entry.End - behind, start) : entry.End;
        return entry with { Start = start, End = end };
    }

    private bool IsSpace(char unit) => unit == Space || tables.Space.Contains(unit);
}
