using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>A picture in shapes: between data, which it no longer knows, and text, which it is not yet.</summary>
internal sealed record Scene(double Width, double Height, ImmutableArray<SceneNode> Nodes);
