using System.Collections.Immutable;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// Whether a Reshape takes an axis of open size for another one: batch and tokens for each other, or tokens and heads. It runs, and an entry behind it is neither a part of one entry before nor
/// several of them. Places are counted from the front.
/// </summary>
internal static class Crossing
{
    /// <summary>False where sizes do not tell.</summary>
    public static bool Of(ImmutableArray<Extent?> before, ImmutableArray<Extent?> after, int axis)
    {
        if (before.Contains(null) || Volume.Of(before).Over(Volume.Of(after)) is not { } rest)
        {
            return false;
        }

        // Where the Reshape leaves no size open and is given too few entries, it runs only where what is left over is one.
        return after.Count(e => e is null) switch
        {
            0 => rest.Number == 1 && IsCrossed([.. before.Select(e => Volume.Of([e]).Without(rest.Roots))], [.. after.Select(e => Volume.Of([e]))], axis),
            1 => IsCrossed([.. before.Select(e => Volume.Of([e]))], [.. after.Select(e => e is null ? rest : Volume.Of([e]))], axis),
            _ => false,
        };
    }

    private static bool IsCrossed(ImmutableArray<Volume> before, ImmutableArray<Volume> after, int axis)
    {
        if (after[axis].Roots is not [var root] || Only(after, root) is null || Only(before, root) is not { } source)
        {
            return false;
        }

        var (outside, inside) = (Volume.Of(before[..source]), Volume.Of(before[(source + 1)..]));
        var (newOutside, newInside) = (Volume.Of(after[..axis]), Volume.Of(after[(axis + 1)..]));
        return !(outside.Divides(newOutside) && inside.Divides(newInside)) && !(newOutside.Divides(outside) && newInside.Divides(inside));
    }

    /// <summary>The one place of an axis of open size.</summary>
    private static int? Only(ImmutableArray<Volume> sizes, AxisPlace root) => Enumerable.Range(0, sizes.Length).Where(front => sizes[front].Roots.Contains(root)).ToList() is [var only] ? only : null;
}
