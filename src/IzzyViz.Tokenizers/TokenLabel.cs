using System.Collections.Immutable;
using IzzyViz.Tokenizers.Decoders;
using IzzyViz.Tokenizers.Labels;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers;

/// <summary>
/// What people read for a token: <c>Ġw</c> and <c>▁w</c> as <c>·w</c>, <c>##x</c> as <c>‑x</c>, parts of a character as
/// <c>⟨F0⟩</c>, invisible characters as <c>⟨U+200F⟩</c>. Put labels in isolation (<c>bdi</c>): they hold text of any direction.
/// </summary>
public static class TokenLabel
{
    /// <summary>U+2011, which marks a piece that continues a word.</summary>
    private const string Continues = "‑";

    /// <summary>One label per token.</summary>
    public static ImmutableArray<string> Of(HuggingFaceTokenizer tokenizer, Encoding encoding) =>
        [.. encoding.Ids.Select((id, i) => tokenizer.TokenOf(id) is null ? VisibleText.Of(encoding.Tokens[i]) : Of(tokenizer, id))];

    /// <summary>The label of an id, for lists of tokens without a text; ids without a token are shown as numbers.</summary>
    public static string Of(HuggingFaceTokenizer tokenizer, int id)
    {
        if (tokenizer.TokenOf(id) is not { } token)
        {
            return $"⟨{id}⟩";
        }

        return tokenizer.IsAdded(id) || tokenizer.Roles.Unknown == id ? VisibleText.Of(token) : Of(token, tokenizer.LabelStyle);
    }

    /// <summary>Any text with every character visible, as labels show it.</summary>
    public static string Visible(string text) => VisibleText.Of(text);

    internal static string Of(string token, LabelStyle style)
    {
        if (style.Suffix.Length > 0 && token.Length > style.Suffix.Length && token.EndsWith(style.Suffix, StringComparison.Ordinal))
        {
            return Of(token[..^style.Suffix.Length], style with { Suffix = "" }) + VisibleText.Space;
        }

        if (style.Prefix.Length > 0 && token.Length > style.Prefix.Length && token.StartsWith(style.Prefix, StringComparison.Ordinal))
        {
            return Continues + Of(token[style.Prefix.Length..], style with { Prefix = "" });
        }

        if (style.ByteLevel && ByteLevelDecoder.TryBytes(token) is { } bytes)
        {
            return VisibleText.Of(bytes);
        }

        return ByteTokens.TryByte(token, out var value)
            ? VisibleText.Byte(value)
            : VisibleText.Of(style.Metaspace ? token.Replace('▁', ' ') : token);
    }
}
