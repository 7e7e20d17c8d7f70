using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Rewrites a text before it is cut; the characters keep what they came from.</summary>
internal abstract class Normalizer
{
    public abstract AlignedText Apply(AlignedText text);
}
