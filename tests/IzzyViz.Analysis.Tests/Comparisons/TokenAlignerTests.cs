using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Tests.Comparisons;

public sealed class TokenAlignerTests
{
    private const string Text = "unhappy films bore";

    [Fact]
    public void The_same_tokens_stay_as_they_are() =>
        Assert.True(TokenAligner.Align(Of(Text, (0, 7), (8, 13), (14, 18)), Of(Text, (0, 7), (8, 13), (14, 18))).IsIdentity);

    // un|happy| films|bore against unhap|py|films| bore: the first two of each side cover "unhappy"; spaces do not count.
    [Fact]
    public void Groups_are_the_finest_that_no_token_crosses() => Assert.Equal(
        "0+2:0+2 2+1:2+1 3+1:3+1",
        Says(TokenAligner.Align(Of(Text, (0, 2), (2, 7), (7, 13), (14, 18)), Of(Text, (0, 5), (5, 7), (8, 13), (13, 18)))));

    [Fact]
    public void A_token_that_covers_nothing_joins_the_next_and_the_last_joins_the_one_before() => Assert.Equal(
        "0+2:0+1 2+2:1+1",
        Says(TokenAligner.Align(Of(Text, (0, 0), (0, 7), (8, 13), (13, 14)), Of(Text, (0, 7), (8, 13)))));

    [Fact]
    public void Pieces_of_one_character_are_one_span() => Assert.Equal(
        "0+3:0+1 3+1:1+1", Says(TokenAligner.Align(Of("😀 a", (0, 2), (0, 2), (0, 2), (3, 4)), Of("😀 a", (0, 2), (2, 4)))));

    [Fact]
    public void Template_tokens_are_aligned_by_place_and_one_that_the_other_side_lacks_stays_alone()
    {
        var bert = Of(Text, (-1, -1), (0, 7), (8, 13), (-1, -1));
        Assert.Equal("0+1:0+0 1+1:0+1 2+1:1+1 3+1:2+1", Says(TokenAligner.Align(bert, Of(Text, (0, 7), (8, 13), (-1, -1)))));
    }

    [Fact]
    public void Text_that_one_side_cut_off_is_on_the_other_alone()
    {
        var alignment = TokenAligner.Align(Of(Text, (0, 7), (8, 13), (14, 18)), Of(Text, (0, 7)));
        Assert.Equal("0+1:0+1 1+1:0+0 2+1:0+0", Says(alignment));
        Assert.Equal((0, 2), (alignment.Merged, alignment.OneSided));
    }

    [Fact]
    public void Each_text_of_a_pair_is_aligned_by_itself()
    {
        var first = Pair((0, 0, 2), (0, 2, 4), (-1, 0, 0), (1, 0, 4));
        Assert.Equal("0+2:0+1 2+1:1+2 3+1:3+2", Says(TokenAligner.Align(first, Pair((0, 0, 4), (-1, 0, 0), (-1, 0, 0), (1, 0, 1), (1, 1, 4)))));
    }

    private static string Says(TokenAlignment alignment) =>
        string.Join(' ', alignment.Groups.Select(g => $"{g.First.Start}+{g.First.Count}:{g.Second.Start}+{g.Second.Count}"));

    private static TokenSequence Of(string text, params (int Start, int End)[] spans) => new()
    {
        Texts = [text],
        Tokens = [.. spans.Select((s, i) => s.Start < 0 ? Special(i) : new Token(i, text[s.Start..s.End], s.Start, s.End, 0, false, 0, 0))],
    };

    private static TokenSequence Pair(params (int Segment, int Start, int End)[] spans) => new()
    {
        Texts = ["good", "dull"],
        Tokens = [.. spans.Select((s, i) => s.Segment < 0 ? Special(i) : new Token(i, "t", s.Start, s.End, s.Segment, false, 0, 0))],
    };

    private static Token Special(int id) => new(id, "[S]", 0, 0, -1, true, 0, -1);
}
