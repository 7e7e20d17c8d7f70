using CsCheck;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>Reshapes and transpositions of numbered entries, one after another: what is proved of them is compared with where the entries went.</summary>
public sealed class ReshapeSizesProperty
{
    private static readonly string[] Symbols = ["a", "b", "c"];

    private static readonly Gen<int[]> Choices = Gen.Int[0, 9999].Array[48];

    [Fact]
    public void An_axis_runs_within_the_axis_that_it_is_said_to_lie_in() => Choices.Sample(choices =>
    {
        var walk = new EntryWalk(choices, Symbols);
        var flow = walk.Flow;
        return walk.Reshapes.All(r => AreTrue(SmallGraph.Sizes(flow, r.Name), r, walk));
    }, iter: 4000);

    [Fact]
    public void Extents_are_what_the_sizes_turn_out_to_be() => Choices.Sample(choices =>
    {
        var walk = new EntryWalk(choices, Symbols);
        var flow = walk.Flow;
        return walk.Tensors.All(t => Enumerable.Range(0, t.Dims.Length).All(axis => Is(flow.Extents.Of(t.Name, axis), t.Dims[^(axis + 1)], walk)));
    }, iter: 4000);

    [Fact]
    public void Most_axes_of_a_split_or_joined_tensor_are_told()
    {
        var told = 0;
        Choices.Sample(choices =>
        {
            var walk = new EntryWalk(choices, Symbols);
            var flow = walk.Flow;
            told += walk.Reshapes.Sum(r => Enumerable.Range(0, r.Dims.Length).Count(axis => SmallGraph.Sizes(flow, r.Name).Source(axis) is not null));
        }, iter: 200, threads: 1);

        Assert.True(told > 200, $"only {told} axes were told");
    }

    private static bool AreTrue(ReshapeSizes sizes, EntryTensor reshaped, EntryWalk walk)
    {
        var before = walk.Tensors.Single(t => t.Name == reshaped.Source);
        return Enumerable.Range(0, reshaped.Dims.Length).All(axis => sizes.Source(axis) is not { } source || reshaped.RunsWithin(axis, before, source))
            && Enumerable.Range(0, reshaped.Dims.Length).All(axis => sizes.At(axis) is not { } size || Is(size, reshaped.Dims[^(axis + 1)], walk))
            && (sizes.PartsOfLast is not { } parts || reshaped.Dims[^parts..].Aggregate(1, (all, size) => all * size) == before.Dims[^1]);
    }

    private static bool Is(Extent extent, int size, EntryWalk walk) => extent.Root is not { } root ? extent.Count == size
        : root.Axis != Extent.Fed || extent.Count * walk.Value(root.Tensor) == size;
}
