namespace IzzyViz.Analysis.Captures;

/// <summary>What was proved about one module's weights in one run. A module that fails is reported and not drawn.</summary>
/// <param name="RowSumError">Largest distance of a row sum from what the module's form promises.</param>
/// <param name="MaskedMaximum">Largest weight in a masked cell; at most 1e-6 is accepted.</param>
/// <param name="ValueError">Largest |P·V - the graph's own next tensor| over a random projection, relative to that tensor's scale; NaN where it was not taken.</param>
/// <param name="IsFinite">No NaN and no infinity in a row that counts.</param>
/// <param name="ShapeFits">Queries and keys equal the numbers of tokens.</param>
public readonly record struct SelfCheck(double RowSumError, double MaskedMaximum, double ValueError, bool IsFinite, bool ShapeFits, bool Passed);
