using System.Collections.Immutable;

namespace IzzyViz.Tokenizers.Decoders;

internal sealed class SequenceDecoder(ImmutableArray<Decoder> steps) : Decoder
{
    public override List<string> Apply(List<string> tokens) => steps.Aggregate(tokens, (list, step) => step.Apply(list));
}
