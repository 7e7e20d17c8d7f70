namespace IzzyViz.SiteGen.Drawing;

/// <summary>A place on the canvas, in pixels at scale 1; x grows right, y grows down.</summary>
internal readonly record struct ScenePoint(double X, double Y);
