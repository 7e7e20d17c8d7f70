namespace IzzyViz.SiteGen.Drawing;

/// <summary>Where a group's own coordinates lie on the canvas: moved, then turned clockwise by degrees, then scaled.</summary>
internal readonly record struct Placement(double X, double Y, double Degrees = 0, double Scale = 1);
