using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Statistics.Flow;

public class AttentionRolloutTests
{
    // Â₁ = [1 0; ¼ ¾], Â₂ = [¾ ¼; 0 1], Â₂Â₁ = [13/16 3/16; ¼ ¾].
    private static readonly AttentionMap[] Layers = [SampleMaps.Exact([1, 0], [0.5, 0.5]), SampleMaps.Exact([0.5, 0.5], [0, 1])];

    [Fact]
    public void Two_layers_worked_out_by_hand()
    {
        var mixed = AttentionRollout.Mixed(Layers);
        Assert.Equal([1, 0], mixed[0].Row(0).ToArray());
        Assert.Equal([0.25, 0.75], mixed[0].Row(1).ToArray());
        var rollout = AttentionRollout.Of(mixed);
        Assert.Equal([0.8125, 0.1875], rollout[1].Row(0).ToArray());
        Assert.Equal([0.25, 0.75], rollout[1].Row(1).ToArray());
    }

    [Fact]
    public void The_flow_of_a_token_arrives_at_its_row_of_the_rollout()
    {
        var flow = RolloutFlow.Of(AttentionRollout.Mixed(Layers), 0);
        Assert.Equal([0.8125, 0.1875], flow.Reach[0]);
        Assert.Equal([0.75, 0.25], flow.Reach[1]);
        Assert.Equal(0.0625, flow.Edge(0, 0, 1));
        Assert.Equal(0.25, flow.Edge(1, 1, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_of_every_layer_sum_to_one_and_flows_agree_with_products(bool isCausal)
    {
        var layers = HeadMean.PerLayer(isCausal ? SampleMaps.Decoder(17) : SampleMaps.Encoder(17));
        var mixed = AttentionRollout.Mixed(layers);
        var rollout = AttentionRollout.Of(mixed);
        Assert.All(rollout, r => Assert.All(Enumerable.Range(0, 17), i => Assert.Equal(1, r.Row(i).ToArray().Sum(), 6)));
        var reach = RolloutFlow.Of(mixed, 11).Reach[0];
        Assert.All(Enumerable.Range(0, 17), j => Assert.Equal(rollout[^1][11, j], reach[j], 12));
    }

    [Fact]
    public void A_row_that_sees_nothing_keeps_its_own_token() =>
        Assert.Equal([0, 1], AttentionRollout.Mixed([SampleMaps.Exact([1, 0], [-1, -1])])[0].Row(1).ToArray());

    [Fact]
    public void Maps_whose_queries_are_not_their_keys_are_refused() =>
        Assert.Throws<ArgumentException>(() => AttentionRollout.Mixed([SampleMaps.Cross(3, 5)[0]]));

    [Fact]
    public void The_mean_of_heads_counts_each_the_same()
    {
        var mean = HeadMean.Of([SampleMaps.Exact([1, 0], [0.5, 0.5]), SampleMaps.Exact([0, 1], [0.5, 0.5])]);
        Assert.Equal([0.5f, 0.5f, 0.5f, 0.5f], mean.Weights.ToArray());
        Assert.Equal([0, 1], HeadMean.PerLayer(SampleMaps.Encoder(5)).Select(m => m.Head.Layer));
    }
}
