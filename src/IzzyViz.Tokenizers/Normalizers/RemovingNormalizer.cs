using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Removes every character of a set.</summary>
internal sealed class RemovingNormalizer(CodePointSet removed) : Normalizer
{
    public override AlignedText Apply(AlignedText text) => text.Filter(static (set, c) => !set.Contains(c), removed);
}
