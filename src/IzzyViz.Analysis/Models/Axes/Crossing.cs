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
        if (after[axis]?.Root is not { } root || Only(before, root) is not { } source || Only(after, root) != axis || before.Contains(null) || Filled(before, after) is not { } sizes)
        {
            return false;
        }

        var (outside, inside) = (Known(before[..source]), Known(before[(source + 1)..]));
        var (newOutside, newInside) = (Of(sizes[..axis]), Of(sizes[(axis + 1)..]));
        return !(outside.Divides(newOutside) && inside.Divides(newInside)) && !(newOutside.Divides(outside) && newInside.Divides(inside));
    }

    /// <summary>The sizes behind, with the one that the Reshape computes; null where they are not seen to hold as much as before.</summary>
    private static ImmutableArray<Volume>? Filled(ImmutableArray<Extent?> before, ImmutableArray<Extent?> after) =>
        Known(before).Over(Known(after)) is { } rest && (rest.IsOne || after.Count(e => e is null) == 1) ? [.. after.Select(e => e is { } size ? Volume.Of([size]) : rest)] : null;

    private static Volume Known(IEnumerable<Extent?> sizes) => Volume.Of(sizes.OfType<Extent>());

    private static Volume Of(IEnumerable<Volume> parts) => parts.Aggregate(new Volume(1, []), (all, part) => new(all.Number * part.Number, all.Roots.AddRange(part.Roots)));

    /// <summary>The one place of an axis of open size.</summary>
    private static int? Only(ImmutableArray<Extent?> sizes, AxisPlace root) => Enumerable.Range(0, sizes.Length).Where(front => sizes[front]?.Root == root).ToList() is [var only] ? only : null;
}
