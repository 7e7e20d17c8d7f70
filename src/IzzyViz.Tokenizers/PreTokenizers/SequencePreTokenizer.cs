using System.Collections.Immutable;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.PreTokenizers;

internal sealed class SequencePreTokenizer(ImmutableArray<PreTokenizer> steps) : PreTokenizer
{
    public override List<Piece> Apply(List<Piece> pieces)
    {
        foreach (var step in steps)
        {
            pieces = step.Apply(pieces);
        }

        return pieces;
    }

    protected override void Cut(AlignedText text, List<TextMatch> matches, List<Piece> output) => output.AddRange(Apply([new(text)]));
}
