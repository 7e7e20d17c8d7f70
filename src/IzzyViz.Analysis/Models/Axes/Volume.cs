using System.Collections.Immutable;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>How many entries several axes hold: a number, times the sizes of axes that nothing more is known of.</summary>
internal sealed record Volume(long Number, ImmutableArray<AxisPlace> Roots)
{
    public static Volume Of(IEnumerable<Extent> sizes) => sizes.Aggregate(new Volume(1, []), (all, size) => new(all.Number * size.Count, size.Root is { } root ? all.Roots.Add(root) : all.Roots));

    public bool IsOne => Number == 1 && Roots.IsEmpty;

    public bool Divides(Volume other) => other.Over(this) is not null;

    /// <summary>Null where the quotient is no whole number of times such axes, whatever their sizes.</summary>
    public Volume? Over(Volume part) => part.Number > 0 && Number % part.Number == 0 && Without(part.Roots) is { } roots ? new(Number / part.Number, roots) : null;

    private ImmutableArray<AxisPlace>? Without(ImmutableArray<AxisPlace> parts) => parts.Aggregate((ImmutableArray<AxisPlace>?)Roots, (left, part) => left?.Contains(part) == true ? left.Value.Remove(part) : null);
}
