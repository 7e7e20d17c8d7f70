using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Planning;

/// <summary>What a manifest may ask for by name, in the order pages list it.</summary>
internal sealed record KnownNames(ImmutableArray<string> Figures, ImmutableArray<string> Statistics);
