using System.Collections.Immutable;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

internal sealed class SequenceNormalizer(ImmutableArray<Normalizer> steps, JsonPart part) : Normalizer
{
    public override AlignedText Apply(AlignedText text)
    {
        foreach (var step in steps)
        {
            text = step.Apply(text);
            Growth.Check(text, text.Length, part);
        }

        return text;
    }
}
