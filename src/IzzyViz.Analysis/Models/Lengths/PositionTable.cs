namespace IzzyViz.Analysis.Models.Lengths;

/// <summary>A table that the positions of tokens index: learned, or of sines.</summary>
/// <param name="Count">How many tokens it has rows for.</param>
/// <param name="Input">The graph input whose tokens are counted, or that holds the positions.</param>
/// <param name="CountsPadding">Whether padding takes positions too.</param>
internal readonly record struct PositionTable(long Count, string Input, bool CountsPadding);
