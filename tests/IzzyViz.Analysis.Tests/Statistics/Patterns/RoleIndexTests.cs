using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.Analysis.Tokens;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Statistics.Patterns;

public class RoleIndexTests
{
    // [CLS] a b a c d e [SEP]; equal letters have one id.
    private static readonly TokenSequence Text = WithIds([0, 1, 2, 1, 3, 4, 5, 9]);

    [Fact]
    public void Each_key_has_the_first_role_that_fits()
    {
        var roles = new RoleIndex(SampleMaps.Axes(Text, isCausal: false), AttentionKind.Encoder);
        Assert.Equal(
            [KeyRole.Special, KeyRole.SameToken, KeyRole.Previous, KeyRole.Self, KeyRole.Next, KeyRole.NearAfter, KeyRole.NearAfter, KeyRole.Special],
            Enumerable.Range(0, 8).Select(key => roles[3, key]!.Value));
        Assert.Equal(KeyRole.FarBefore, roles[6, 1]);
        Assert.Equal(KeyRole.FarAfter, roles[1, 6]);
    }

    [Fact]
    public void What_followed_an_earlier_copy_is_told_from_other_near_tokens()
    {
        var roles = new RoleIndex(SampleMaps.Axes(WithIds([7, 1, 2, 3, 1]), isCausal: true), AttentionKind.Decoder);
        Assert.Equal([KeyRole.First, KeyRole.SameToken, KeyRole.AfterSameToken, KeyRole.Previous, KeyRole.Self], Enumerable.Range(0, 5).Select(key => roles[4, key]!.Value));
        Assert.Null(roles[2, 3]);
    }

    [Fact]
    public void Cross_attention_is_read_by_relative_place()
    {
        var axes = new AttentionAxes(SampleMaps.Sequence(4), WithIds([1, 2, 3, 4, 5, 6, 7, 8]), AttentionMask.Full(4, 8));
        var roles = new RoleIndex(axes, AttentionKind.Cross);
        Assert.Equal([KeyRole.First, KeyRole.Earlier, KeyRole.Aligned, KeyRole.Aligned, KeyRole.Later], new[] { 0, 1, 2, 3, 4 }.Select(key => roles[1, key]!.Value));
    }

    [Fact]
    public void A_profile_is_the_mean_over_rows_that_are_not_special_and_have_a_choice()
    {
        // Rows: [CLS] and [SEP] are special; row 1 gives 0.6 to itself, row 2 gives it 0.5 to the one before.
        double[][] rows = [[1, 0, 0, 0], [0.4, 0.6, 0, 0], [0.2, 0.5, 0.3, 0], [0, 0, 0, 1]];
        var map = SampleMaps.Exact(rows);
        var profile = new RoleIndex(map.Axes, AttentionKind.Encoder).Profile(map.Weights.Span)!;
        Assert.Equal(0.3, profile[(int)KeyRole.Special], 6);
        Assert.Equal(0.45, profile[(int)KeyRole.Self], 6);
        Assert.Equal(0.25, profile[(int)KeyRole.Previous], 6);
        Assert.Equal(1, profile.Sum(), 9);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(31, true)]
    public void A_profile_sums_to_one_whatever_the_mask(int tokens, bool isCausal)
    {
        var map = SampleMaps.Single(tokens, isCausal);
        Assert.Equal(1, new RoleIndex(map.Axes, map.Head.Kind).Profile(map.Weights.Span)!.Sum(), 9);
    }

    [Fact]
    public void There_is_no_profile_where_no_row_counts() =>
        Assert.Null(new RoleIndex(SampleMaps.Axes(SampleMaps.Labelled("[CLS]", "[SEP]"), false), AttentionKind.Encoder).Profile([0.5f, 0.5f, 0.5f, 0.5f]));

    [Fact]
    public void Names_tell_what_has_a_quarter_of_the_weight()
    {
        var profile = new double[RoleIndex.Count];
        (profile[(int)KeyRole.Special], profile[(int)KeyRole.Next], profile[(int)KeyRole.FarAfter]) = (0.4, 0.45, 0.15);
        Assert.Equal("next token and special tokens", PatternClass.NameOf(profile));
        (profile[(int)KeyRole.Special], profile[(int)KeyRole.Next], profile[(int)KeyRole.NearAfter]) = (0.1, 0.2, 0.55);
        Assert.Equal("near tokens", PatternClass.NameOf(profile));
        Assert.Equal("spread", PatternClass.NameOf(new double[RoleIndex.Count]));
    }

    private static TokenSequence WithIds(int[] ids) => new()
    {
        Tokens = [.. ids.Select((id, i) => new Token(id, $"t{id}", 0, 0, 0, id is 0 or 9, 0, i))],
    };
}
