using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Normalizers;

internal sealed class FormNormalizer(NormalForm form) : Normalizer
{
    public override AlignedText Apply(AlignedText text) => form.Apply(text);
}
