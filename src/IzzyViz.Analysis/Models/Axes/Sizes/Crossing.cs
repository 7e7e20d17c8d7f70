using System.Collections.Immutable;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>
/// Whether a Reshape takes an axis of open size for another one: batch and tokens for each other, or tokens and heads. It runs, and an entry behind it is neither a part of one entry before nor
/// several of them. Places are counted from the front.
/// </summary>
internal static class Crossing
{
    /// <summary>False where sizes do not tell.</summary>
    public static bool Of(ImmutableArray<Extent?> before, ImmutableArray<Extent?> after, int axis)
    {
        // Where the Reshape is given too few entries, it runs only where what is left over is one.
        return Extent.Over(Extent.Product(before), Extent.Product(after)) is { Count: 1 } rest
            && after[axis] is { Roots: { IsEmpty: false } roots } && Only([.. before.Select(e => e?.Without(rest.Roots))], roots) is { } source && Only(after, roots) is not null
            && IsCrossed(Around([.. before.Select(e => e?.Without(rest.Roots))], source), Around(after, axis));
    }

    private static bool IsCrossed((Extent? Outside, Extent? Inside) before, (Extent? Outside, Extent? Inside) after) =>
        !(Divides(before.Outside, after.Outside) && Divides(before.Inside, after.Inside)) && !(Divides(after.Outside, before.Outside) && Divides(after.Inside, before.Inside));

    private static bool Divides(Extent? part, Extent? whole) => Extent.Over(whole, part) is not null;

    private static (Extent? Outside, Extent? Inside) Around(ImmutableArray<Extent?> sizes, int axis) => (Extent.Product(sizes[..axis]), Extent.Product(sizes[(axis + 1)..]));

    /// <summary>The one axis whose size has such factors.</summary>
    private static int? Only(ImmutableArray<Extent?> sizes, ImmutableArray<AxisPlace> roots) =>
        Enumerable.Range(0, sizes.Length).Where(front => sizes[front]?.Roots.Any(r => roots.Contains(r)) == true).ToList() is [var only] ? only : null;
}
