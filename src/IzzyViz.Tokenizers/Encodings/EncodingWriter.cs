using System.Collections.Immutable;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Encodings;

/// <summary>Turns finished tokens into the public value, with positions in UTF-16 beside code points.</summary>
/// <param name="texts">Per segment its text, or its words.</param>
internal sealed class EncodingWriter(SourceText[][] texts, bool words)
{
    public Encoding Write(TokenRun run)
    {
        var entries = run.Entries;
        return new()
        {
            Ids = Each(entries, static e => e.Id),
            Tokens = Each(entries, e => e.Value),
            Offsets = Each(entries, Utf16),
            CodePointOffsets = Each(entries, e => new TokenSpan(e.Start, e.End)),
            TypeIds = Each(entries, e => e.TypeId),
            SpecialTokensMask = Each(entries, e => e.IsSpecial ? 1 : 0),
            AttentionMask = Each(entries, e => e.IsPadding ? 0 : 1),
            SequenceIds = Each<int?>(entries, e => e.Segment < 0 ? null : e.Segment),
            WordIds = Each<int?>(entries, e => e.Word < 0 ? null : e.Word),
            Overflowing = [.. run.Overflowing.Select(Write)],
        };
    }

    private static ImmutableArray<T> Each<T>(List<TokenEntry> entries, Func<TokenEntry, T> select)
    {
        var values = new T[entries.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = select(entries[i]);
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private TokenSpan Utf16(TokenEntry entry)
    {
        if (entry.Segment < 0)
        {
            return default;
        }

        var text = texts[entry.Segment][words ? entry.Word : 0];
        return new(text.Utf16(entry.Start), text.Utf16(entry.End));
    }
}
