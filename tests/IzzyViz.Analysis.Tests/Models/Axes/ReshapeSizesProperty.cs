using CsCheck;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
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

    /// <summary>Sizes that are no written ones by chance, and share no factors.</summary>
    [Fact]
    public void An_axis_that_is_taken_for_another_runs_along_none_of_its_size() => Choices.Sample(choices =>
    {
        var walk = new EntryWalk(choices, Symbols, 5, 7, 11);
        return walk.Reshapes.All(r => Enumerable.Range(0, r.Dims.Length).All(axis => !SmallGraph.Sizes(walk.Flow, r.Name).IsCrossed(axis) || !RunsAlongItsRoot(r, axis, walk)));
    }, iter: 2000);

    [Fact]
    public void Extents_are_what_the_sizes_turn_out_to_be() => Choices.Sample(choices =>
    {
        var walk = new EntryWalk(choices, Symbols);
        var flow = walk.Flow;
        return walk.Tensors.All(t => Enumerable.Range(0, t.Dims.Length).All(axis => Is(flow.Extents.Of(t.Name, axis), t.Dims[^(axis + 1)], walk)));
    }, iter: 4000);

    [Fact]
    public void Axes_that_are_taken_for_others_are_told()
    {
        var told = 0;
        Choices.Sample(choices =>
        {
            var walk = new EntryWalk(choices, Symbols, 5, 7, 11);
            told += walk.Reshapes.Sum(r => Enumerable.Range(0, r.Dims.Length).Count(axis => SmallGraph.Sizes(walk.Flow, r.Name).IsCrossed(axis)));
        }, iter: 2000, threads: 1);

        Assert.True(told > 20, $"only {told} axes were told");
    }

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

    /// <summary>Sizes that nothing is known of may be one by chance.</summary>
    private static bool RunsAlongItsRoot(EntryTensor reshaped, int axis, EntryWalk walk)
    {
        var before = walk.Tensors.Single(t => t.Name == reshaped.Source);
        var (roots, open) = (walk.Flow.Extents.Of(reshaped.Name, axis).Roots, Enumerable.Range(0, before.Dims.Length).Select(a => walk.Flow.Extents.Of(before.Name, a)).ToList());
        return open.TrueForAll(e => e.Number is not null || e.IsFed) && Enumerable.Range(0, open.Count).Any(source => open[source].Roots.SequenceEqual(roots) && reshaped.RunsWithin(axis, before, source));
    }

    private static bool Is(Extent extent, int size, EntryWalk walk) => extent.Number is { } number ? number == size
        : !extent.IsFed || extent.Roots.Aggregate(extent.Count, (all, root) => all * walk.Value(root.Tensor)) == size;
}
