namespace IzzyViz.Analysis.Models.Axes;

/// <summary>An axis of a tensor, counted from the end.</summary>
internal readonly record struct AxisPlace(string Tensor, int Axis);
