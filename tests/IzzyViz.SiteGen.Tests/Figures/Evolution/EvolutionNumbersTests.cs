using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Evolution;

public class EvolutionNumbersTests
{
    [Fact]
    public void Bands_of_a_layer_sum_to_one_and_the_heaviest_keys_have_their_own()
    {
        AttentionMap[] layers = [SampleMaps.Exact([0.5, 0.3, 0.2], [1, 0, 0], [1, 0, 0]), SampleMaps.Exact([0.1, 0.2, 0.7], [1, 0, 0], [1, 0, 0])];
        var bands = JourneyBands.Of(layers, 0, 2);
        Assert.Equal([0, 2, -1], bands.Select(b => b.Key));
        Assert.Equal([0.5, 0.1], bands[0].Shares.Select(s => Math.Round(s, 6)));
        Assert.Equal([0.3, 0.2], bands[2].Shares.Select(s => Math.Round(s, 6)));
    }

    [Fact]
    public void A_bump_chart_stacks_the_heaviest_on_top_and_the_rest_at_the_bottom()
    {
        var chart = new BumpChart([[0.2, 0.5], [0.3, 0.4], [0.5, 0.1]], lastIsRest: true);
        var first = chart.Draw(["a", "b", "rest"]).OfType<PathNode>().Select(p => (p.Title, Top: p.Steps[0].To.Y)).OrderBy(p => p.Top).Select(p => p.Title);
        Assert.Equal(["b", "a", "rest"], first);
    }

    [Fact]
    public void A_step_of_writing_splits_its_weight_between_first_token_prompt_and_what_was_written()
    {
        double[][] rows = [[1, -1, -1, -1], [0.5, 0.5, -1, -1], [0.2, 0.3, 0.5, -1], [0.1, 0.2, 0.3, 0.4]];
        var steps = GenerationSteps.Of(SampleMaps.Exact(rows), prompt: 2);
        Assert.Equal([2, 3], steps.Select(s => s.Written));
        Assert.Equal((0.5, 0.5, 0.0), Rounded(steps[0]));
        Assert.Equal((0.2, 0.3, 0.5), Rounded(steps[1]));
        Assert.Equal([2, 1], steps[1].Strongest.Select(s => s.Key));
    }

    [Fact]
    public void In_cross_attention_all_but_special_tokens_is_source()
    {
        var map = SampleMaps.Cross(5, 9)[0];
        var steps = GenerationSteps.Of(map, prompt: 1);
        Assert.Equal(4, steps.Length);
        Assert.All(steps, s => Assert.Equal(map[s.Query, 0] + map[s.Query, 8], s.Apart, 6));
        Assert.All(steps, s => Assert.Equal((1, 0), (Math.Round(s.Apart + s.Prompt, 6), s.Generated)));
        Assert.All(steps, s => Assert.DoesNotContain(s.Strongest, k => k.Key is 0 or 8));
    }

    [Fact]
    public void Flows_drawn_and_counted_are_all_there_are()
    {
        var flow = RolloutFlow.Of(AttentionRollout.Mixed(HeadMean.PerLayer(SampleMaps.Encoder(14))), 3);
        var all = FlowEdges.Of(flow, 0, int.MaxValue);
        Assert.Equal(0, all.Dropped);
        Assert.All(all.Drawn.GroupBy(e => e.Layer), layer => Assert.Equal(1, layer.Sum(e => e.Share), 9));
        var some = FlowEdges.Of(flow, 0.02, 40);
        Assert.Equal(all.Drawn.Length, some.Drawn.Length + some.Dropped);
        Assert.InRange(some.Drawn.Length, 1, 40);
        Assert.Equal(Enumerable.Range(0, 2).Max(l => 1 - some.Drawn.Where(e => e.Layer == l).Sum(e => e.Share)), some.DroppedShare, 9);
    }

    [Fact]
    public void Shares_by_role_are_means_over_examples_that_each_count_the_same()
    {
        var (one, other) = (SampleMaps.Exact([1, 0, 0], [0, 1, 0], [0, 0, 1]), SampleMaps.Exact([1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]));
        var shares = Assert.Single(RoleShares.Of([[one], [other]])).Shares;
        Assert.Equal(0.5, shares[(int)KeyRole.Self], 9);
        Assert.Equal(0.5, shares[(int)KeyRole.Special], 9);
    }

    [Fact]
    public void Heads_with_one_pattern_make_one_group_and_a_stranger_none()
    {
        ImmutableArray<RoleShares> heads = [.. new[] { 0.9, 0.88, 0.86, 0.0 }.Select((self, h) => Head(h, self))];
        var atlas = HeadAtlas.Of(heads, 7);
        var group = Assert.Single(atlas.Groups);
        Assert.Equal([0, 1, 2], group.Heads);
        Assert.Equal((1, "the token itself"), (group.Medoid, group.Name));
        Assert.Equal([3], atlas.Alone);
        Assert.True(Apart(atlas, 0, 3) > 5 * Apart(atlas, 0, 2));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(144)]
    public void Names_in_an_atlas_touch_neither_each_other_nor_a_dot(int heads)
    {
        var scene = HeadAtlasFigure.Draw(RoleShares.Of([SampleMaps.Model(AttentionKind.Encoder, heads / 4, 4, 20)]), HeadAtlasOptions.Default).Scene;
        var dots = ((GroupNode)scene.Nodes[1]).Children.OfType<CircleNode>().ToList();
        var names = ((GroupNode)scene.Nodes[2]).Children.OfType<TextNode>().Select(t => new SceneRect(t.At.X, t.At.Y - 9.5, TextMeasure.Width(t.Text, TextStyle.Note), 10.9)).ToList();
        Assert.NotEmpty(names);
        Assert.All(names.SelectMany((a, i) => names.Skip(i + 1).Select(b => (a, b))), p => Assert.False(p.a.X < p.b.Right && p.b.X < p.a.Right && p.a.Y < p.b.Bottom && p.b.Y < p.a.Bottom));
        Assert.All(names, n => Assert.DoesNotContain(dots, d => d.Centre.X > n.X && d.Centre.X < n.Right && d.Centre.Y > n.Y && d.Centre.Y < n.Bottom));
    }

    [Fact]
    public void The_token_followed_is_the_classifier_s_or_the_last_that_means_something()
    {
        Assert.Equal(0, FollowedToken.Of(SampleMaps.Axes(SampleMaps.Sequence(7), isCausal: false)));
        Assert.Equal(5, FollowedToken.Of(SampleMaps.Axes(SampleMaps.Sequence(7), isCausal: true)));
        Assert.Equal(1, FollowedToken.Of(new AttentionAxes(SampleMaps.Labelled("[CLS]", "[SEP]"), SampleMaps.Labelled("[CLS]", "[SEP]"), AttentionMask.Causal(2, 2))));
    }

    private static (double, double, double) Rounded(GenerationStep step) => (Math.Round(step.Apart, 6), Math.Round(step.Prompt, 6), Math.Round(step.Generated, 6));

    private static double Apart(HeadAtlas atlas, int a, int b) => Math.Abs(atlas.Places.Points[a].X - atlas.Places.Points[b].X);

    private static RoleShares Head(int number, double self)
    {
        var shares = new double[RoleIndex.Count];
        (shares[(int)KeyRole.Self], shares[(int)KeyRole.Previous]) = (self, 1 - self);
        return new(new(AttentionKind.Encoder, 0, number), [.. shares]);
    }
}
