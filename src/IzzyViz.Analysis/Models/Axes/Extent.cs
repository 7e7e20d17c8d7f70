namespace IzzyViz.Analysis.Models.Axes;

/// <summary>How long an axis is: a number, or a number of times as long as an axis that nothing more is known of. Equal extents are equal sizes, whatever is fed.</summary>
/// <param name="Root">That axis; null for a mere number.</param>
internal readonly record struct Extent(long Count, AxisPlace? Root)
{
    /// <summary>Stands for the axis where the root is a symbol in the shape of a graph input.</summary>
    public const int Fed = -1;

    public long? Number => Root is null ? Count : null;

    public static Extent Of(long number) => new(number, null);

    public static Extent Of(string tensor, int axis) => new(1, new(tensor, axis));

    /// <summary>The product; null where it has more than one root, or is no size.</summary>
    public static Extent? Times(Extent? one, Extent? other) => one is not { } a || other is not { } b || (a.Root is not null && b.Root is not null) || a.Count <= 0 || b.Count <= 0 || a.Count > int.MaxValue / b.Count
        ? null : new(a.Count * b.Count, a.Root ?? b.Root);

    /// <summary>The quotient, where it is one of these.</summary>
    public static Extent? Over(Extent? whole, Extent? part) => whole is not { } a || part is not { } b || b.Count <= 0 || a.Count % b.Count != 0 || (b.Root is not null && b.Root != a.Root)
        ? null : new(a.Count / b.Count, b.Root is null ? a.Root : null);
}
