using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>An axis of a tensor, counted from the end.</summary>
internal readonly record struct AxisPlace(string Tensor, int Axis)
{
    /// <summary>The first axis of the tensor, which runs over examples; this one where the rank is not known.</summary>
    public AxisPlace Outermost(DataFlow flow) => Rank.Of(flow, Tensor) is { } rank ? this with { Axis = rank - 1 } : this;
}
