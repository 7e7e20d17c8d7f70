namespace IzzyViz.Tokenizers.Decoders;

/// <summary>Connectionist temporal classification: repeats collapse and padding goes.</summary>
internal sealed class CtcDecoder(string padding, string wordDelimiter, bool cleanup) : Decoder
{
    public override List<string> Apply(List<string> tokens) =>
        [.. tokens.Where((token, i) => i == 0 || token != tokens[i - 1]).Select(Clean).Where(t => t.Length > 0)];

    private string Clean(string token)
    {
        token = padding.Length == 0 ? token : token.Replace(padding, "", StringComparison.Ordinal);
        return cleanup && wordDelimiter.Length > 0
            ? WordPieceDecoder.CleanUp(token).Replace(wordDelimiter, " ", StringComparison.Ordinal)
            : token;
    }
}
