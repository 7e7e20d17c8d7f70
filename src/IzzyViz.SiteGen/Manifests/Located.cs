using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>A value and where it was written; a default stands nowhere (<see cref="SourceLocation.None"/>).</summary>
internal sealed record Located<T>(T Value, SourceLocation At);
