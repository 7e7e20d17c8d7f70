using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Replaces every match; what is put in comes from the last character of the match.</summary>
/// <param name="part">Whose settings these are; null where one character takes the place of one.</param>
internal sealed class ReplaceNormalizer(ITextPattern pattern, string content, JsonPart? part) : Normalizer
{
    private readonly int[] _content = CodePoints.Of(content);

    public override AlignedText Apply(AlignedText text)
    {
        var matches = new List<TextMatch>();
        pattern.Find(text.Characters, matches);
        return matches.Exists(m => m.IsMatch) ? Replaced(text, matches) : text;
    }

    private AlignedText Replaced(AlignedText text, List<TextMatch> matches)
    {
        var length = matches.Sum(m => m.IsMatch ? _content.Length : (long)m.End - m.Start);
        if (part is { } named)
        {
            Growth.Check(text, length, named);
        }

        int[] characters = new int[length], starts = new int[length], ends = new int[length];
        var at = 0;
        foreach (var match in matches)
        {
            var count = match.IsMatch ? _content.Length : match.End - match.Start;
            for (var i = 0; i < count; i++, at++)
            {
                characters[at] = match.IsMatch ? _content[i] : text.Characters[match.Start + i];
                (starts[at], ends[at]) = match.IsMatch ? Last(text, match) : text.SourceAt(match.Start + i);
            }
        }

        return text.With(characters, starts, ends);
    }

    private static (int Start, int End) Last(AlignedText text, TextMatch match) =>
        match.End < 1 ? (text.SourceStart, text.SourceStart) : text.SourceAt(match.End - 1);
}
