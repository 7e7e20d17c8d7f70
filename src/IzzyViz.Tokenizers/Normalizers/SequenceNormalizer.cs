using System.Collections.Immutable;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

internal sealed class SequenceNormalizer(ImmutableArray<Normalizer> steps) : Normalizer
{
    public override AlignedText Apply(AlignedText text)
    {
        foreach (var step in steps)
        {
            text = step.Apply(text);
        }

        return text;
    }
}
