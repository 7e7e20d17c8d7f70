namespace IzzyViz.Analysis.Models.Axes;

/// <summary>How long an axis is: a number, or as long as an axis that nothing more is known of. Equal extents are equal sizes, whatever is fed.</summary>
/// <param name="Root">That axis; a symbol of a graph input stands for it with axis -1.</param>
internal readonly record struct Extent(long? Number, AxisPlace Root)
{
    public static Extent Of(long number) => new(number, default);

    public static Extent Of(string tensor, int axis) => new(null, new(tensor, axis));
}
