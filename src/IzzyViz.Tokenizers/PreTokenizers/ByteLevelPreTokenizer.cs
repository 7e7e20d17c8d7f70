using IzzyViz.Tokenizers.Normalizers;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>GPT-2's: an optional space in front, an optional split, and bytes written as their stand-ins.</summary>
internal sealed class ByteLevelPreTokenizer(bool addPrefixSpace, ITextPattern? split) : PreTokenizer
{
    public const string Gpt2 = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";
    private static readonly PrependNormalizer Space = new(" ");
    private static readonly ByteLevelNormalizer Bytes = new();

    protected override void Cut(AlignedText text, List<TextMatch> matches, List<Piece> output)
    {
        text = addPrefixSpace && text.Characters is not [' ', ..] ? Space.Apply(text) : text;
        if (split is null)
        {
            Add(output, Bytes.Apply(text));
            return;
        }

        split.Find(text.Characters, matches);
        var bytes = new ByteStretches(Bytes.Apply(text));
        foreach (var match in matches)
        {
            var piece = text.Slice(match.Start, match.End);
            Add(output, bytes.Next(piece));
        }
    }

    /// <summary>The bytes of one piece after another, without a copy for each.</summary>
    private ref struct ByteStretches(AlignedText bytes)
    {
        private int _at;

        public AlignedText Next(AlignedText piece)
        {
            var start = _at;
            foreach (var character in piece.Characters)
            {
                _at += CodePoints.Utf8Length(character);
            }

            return piece.Moved(bytes, start, _at - start);
        }
    }
}
