namespace IzzyViz.Tokenizers.Decoders;

/// <summary>The mark at a word's end becomes a space, except at the very end.</summary>
internal sealed class SuffixDecoder(string suffix) : Decoder
{
    public override List<string> Apply(List<string> tokens) => suffix.Length == 0
        ? tokens
        : Each(tokens, (token, index) => token.Replace(suffix, index == tokens.Count - 1 ? "" : " ", StringComparison.Ordinal));
}
