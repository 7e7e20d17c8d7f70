using System.Collections.Immutable;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>How many entries several axes hold: a number, times the sizes of axes that nothing more is known of.</summary>
internal sealed record Volume(long Number, ImmutableArray<AxisPlace> Roots)
{
    private static readonly Volume One = new(1, []);

    /// <summary>Of the axes whose sizes are known.</summary>
    public static Volume Of(IEnumerable<Extent?> sizes) => Of(sizes.OfType<Extent>().Select(s => new Volume(s.Count, s.Root is { } root ? [root] : [])));

    public static Volume Of(IEnumerable<Volume> parts) => parts.Aggregate(One, (all, part) => new(all.Number * part.Number, all.Roots.AddRange(part.Roots)));

    public bool Divides(Volume other) => other.Over(this) is not null;

    /// <summary>Null where the quotient is no whole number of times such axes, whatever their sizes.</summary>
    public Volume? Over(Volume part) => part.Number > 0 && Number % part.Number == 0 && part.Roots.GroupBy(r => r).All(g => g.Count() <= Roots.Count(r => r == g.Key))
        ? new(Number / part.Number, part.Roots.Aggregate(Roots, (left, root) => left.Remove(root))) : null;

    /// <summary>As it is where such axes have one entry.</summary>
    public Volume Without(ImmutableArray<AxisPlace> roots) => this with { Roots = Roots.RemoveAll(roots.Contains) };
}
