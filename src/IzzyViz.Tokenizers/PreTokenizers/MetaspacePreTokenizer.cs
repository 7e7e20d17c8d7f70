using IzzyViz.Tokenizers.Normalizers;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>sentencepiece's: spaces become a visible mark, one may go in front, and every mark begins a piece.</summary>
internal sealed class MetaspacePreTokenizer(int mark, PrependScheme scheme, bool split) : PreTokenizer
{
    private readonly ReplaceNormalizer _spaces = new(new CharacterPattern(CodePointSet.Of(' ')), char.ConvertFromUtf32(mark), part: null);
    private readonly PrependNormalizer _front = new(char.ConvertFromUtf32(mark));
    private readonly CharacterPattern _marks = new(CodePointSet.Of(mark));

    protected override void Cut(AlignedText text, List<TextMatch> matches, List<Piece> output)
    {
        text = _spaces.Apply(text);
        if (text.Length > 0 && text.Characters[0] != mark && (scheme == PrependScheme.Always || scheme == PrependScheme.First && text.SourceStart == 0))
        {
            text = _front.Apply(text);
        }

        if (!split)
        {
            Add(output, text);
            return;
        }

        _marks.Find(text.Characters, matches);
        SplitBehavior.MergedWithNext.Apply(matches);
        foreach (var match in matches)
        {
            Add(output, text.Slice(match.Start, match.End));
        }
    }
}
