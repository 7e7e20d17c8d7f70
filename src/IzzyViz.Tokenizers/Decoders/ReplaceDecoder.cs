using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Normalizers;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Decoders;

internal sealed class ReplaceDecoder(ITextPattern pattern, string content, JsonPart part) : Decoder
{
    private readonly ReplaceNormalizer _replace = new(pattern, content, part);

    public override List<string> Apply(List<string> tokens) =>
        Each(tokens, (token, _) => _replace.Apply(AlignedText.From(CodePoints.Of(token))).ToString());
}
