namespace IzzyViz.Tokenizers.Decoders;

/// <summary>Marks back to spaces; those of the first token go where one was put in front.</summary>
internal sealed class MetaspaceDecoder(string mark, bool wasPrepended) : Decoder
{
    public override List<string> Apply(List<string> tokens) =>
        Each(tokens, (token, index) => token.Replace(mark, index == 0 && wasPrepended ? "" : " ", StringComparison.Ordinal));
}
