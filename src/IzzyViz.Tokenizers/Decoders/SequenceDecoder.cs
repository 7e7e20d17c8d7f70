using System.Collections.Immutable;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Normalizers;

namespace IzzyViz.Tokenizers.Decoders;

internal sealed class SequenceDecoder(ImmutableArray<Decoder> steps, JsonPart part) : Decoder
{
    public override List<string> Apply(List<string> tokens)
    {
        var source = Length(tokens);
        foreach (var step in steps)
        {
            tokens = step.Apply(tokens);
            Growth.Check(source, Length(tokens), part);
        }

        return tokens;
    }

    private static long Length(List<string> tokens) => tokens.Sum(t => (long)t.Length);
}
