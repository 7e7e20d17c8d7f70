using System.Collections.Immutable;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>
/// How many entries an axis has, or several axes together: a number, times the sizes of axes that nothing more is known of. Equal extents are equal sizes, whatever is fed.
/// </summary>
internal readonly struct Extent : IEquatable<Extent>
{
    /// <summary>Stands for the axis where a root is a symbol in the shape of a graph input.</summary>
    public const int Fed = -1;

    private const int MostRoots = 8;
    private const long MostEntries = 1L << 52;

    private Extent(long count, ImmutableArray<AxisPlace> roots) => (Count, Roots) = (count, roots);

    public long Count { get; }

    /// <summary>Those axes, each as often as its size is a factor, in an order of their own.</summary>
    public ImmutableArray<AxisPlace> Roots { get; }

    public long? Number => Roots.IsEmpty ? Count : null;

    /// <summary>Whether it is open, and made of sizes that are fed alone.</summary>
    public bool IsFed => !Roots.IsEmpty && Roots.All(r => r.Axis == Fed);

    public static Extent Of(long number) => new(number, []);

    public static Extent Of(string tensor, int axis) => new(1, [new(tensor, axis)]);

    /// <summary>The product; null where it is no size.</summary>
    public static Extent? Times(Extent? one, Extent? other) => one is not { } a || other is not { } b || a.Count <= 0 || b.Count <= 0 || a.Count > MostEntries / b.Count || a.Roots.Length + b.Roots.Length > MostRoots
        ? null : new(a.Count * b.Count, a.Roots.IsEmpty ? b.Roots : b.Roots.IsEmpty ? a.Roots : [.. a.Roots.Concat(b.Roots).OrderBy(r => r.Tensor, StringComparer.Ordinal).ThenBy(r => r.Axis)]);

    public static Extent? Product(IEnumerable<Extent?> factors) => factors.Aggregate((Extent?)Of(1), Times);

    /// <summary>The quotient; null where it is no whole number of times such axes, whatever their sizes.</summary>
    public static Extent? Over(Extent? whole, Extent? part) => whole is { } a && part is { Count: > 0 } b && a.Count % b.Count == 0 && b.Roots.All(r => b.Times(r) <= a.Times(r))
        ? new(a.Count / b.Count, b.Roots.Aggregate(a.Roots, (left, root) => left.Remove(root))) : null;

    public bool Divides(Extent other) => Over(other, this) is not null;

    /// <summary>As it is where such axes have one entry.</summary>
    public Extent Without(ImmutableArray<AxisPlace> roots) => new(Count, Roots.RemoveAll(roots.Contains));

    public static bool operator ==(Extent one, Extent other) => one.Equals(other);

    public static bool operator !=(Extent one, Extent other) => !one.Equals(other);

    public bool Equals(Extent other) => Count == other.Count && Roots.AsSpan().SequenceEqual(other.Roots.AsSpan());

    public override bool Equals(object? obj) => obj is Extent other && Equals(other);

    public override int GetHashCode() => Roots.Aggregate(Count.GetHashCode(), HashCode.Combine);

    private int Times(AxisPlace root) => Roots.Count(r => r == root);
}
