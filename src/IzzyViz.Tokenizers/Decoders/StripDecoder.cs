namespace IzzyViz.Tokenizers.Decoders;

/// <summary>Takes up to so many of a character off the ends of each token.</summary>
internal sealed class StripDecoder(string content, int start, int stop) : Decoder
{
    public override List<string> Apply(List<string> tokens) => Each(tokens, (token, _) => Strip(token));

    private string Strip(string token)
    {
        for (var i = 0; i < start && token.StartsWith(content, StringComparison.Ordinal); i++)
        {
            token = token[content.Length..];
        }

        for (var i = 0; i < stop && token.EndsWith(content, StringComparison.Ordinal); i++)
        {
            token = token[..^content.Length];
        }

        return token;
    }
}
