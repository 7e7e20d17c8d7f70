using System.Collections.Immutable;
using IzzyViz.Tokenizers;
using Microsoft.ML.Tokenizers;

namespace IzzyViz.Analysis.Tokens;

/// <summary>Text to a <see cref="TokenSequence"/> through any tokenizer of Microsoft.ML.Tokenizers; ours alone knows templates, pairs and segments.</summary>
internal sealed class TokenReader(Tokenizer tokenizer)
{
    private readonly HuggingFaceTokenizer? _own = tokenizer as HuggingFaceTokenizer;

    public bool TakesPairs => _own is not null;

    public static TokenSequence FromIds(IEnumerable<int> ids, Func<int, string> labelOf, int? positions)
    {
        ImmutableArray<Token> tokens = [.. ids.Select(id => new Token(id, labelOf(id), 0, 0, 0, false, 0, -1))];
        var kept = Math.Min(tokens.Length, positions ?? int.MaxValue);
        return new() { Tokens = tokens[..kept], Dropped = tokens.Length - kept };
    }

    public TokenSequence Read(string text, string? pair, int? positions) =>
        _own is null ? ReadPlain(text, positions) : ReadOwn(_own, text, pair, positions);

    public string LabelOf(int id) => _own is null ? tokenizer.Decode([id]) ?? $"⟨{id}⟩" : TokenLabel.Of(_own, id);

    private static TokenSequence ReadOwn(HuggingFaceTokenizer tokenizer, string text, string? pair, int? positions)
    {
        var whole = tokenizer.Encode(text, pair);
        var encoding = positions is { } limit && whole.Count > limit
            ? tokenizer.Encode(text, pair, new() { Truncation = new() { MaxLength = limit } })
            : whole;
        var labels = TokenLabel.Of(tokenizer, encoding);
        return new()
        {
            Tokens = [.. Enumerable.Range(0, encoding.Count).Select(i => new Token(
                encoding.Ids[i],
                labels[i],
                encoding.Offsets[i].Start,
                encoding.Offsets[i].End,
                encoding.SequenceIds[i] ?? -1,
                encoding.SpecialTokensMask[i] == 1,
                encoding.TypeIds[i],
                encoding.WordIds[i] ?? -1))],
            Texts = pair is null ? [text] : [text, pair],
            Dropped = whole.Count - encoding.Count,
        };
    }

    private TokenSequence ReadPlain(string text, int? positions)
    {
        var encoded = tokenizer.EncodeToTokens(text, out var normalized);
        var source = normalized ?? text;
        var kept = Math.Min(encoded.Count, positions ?? int.MaxValue);
        return new()
        {
            Tokens = [.. encoded.Take(kept).Select((t, i) => new Token(t.Id, t.Value, t.Offset.Start.Value, t.Offset.End.Value, 0, false, 0, i))],
            Texts = [source],
            Dropped = encoded.Count - kept,
        };
    }
}
