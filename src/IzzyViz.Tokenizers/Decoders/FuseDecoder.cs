namespace IzzyViz.Tokenizers.Decoders;

/// <summary>Joins everything, so that later steps see one text.</summary>
internal sealed class FuseDecoder : Decoder
{
    public override List<string> Apply(List<string> tokens) => [string.Concat(tokens)];
}
