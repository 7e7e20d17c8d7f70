namespace IzzyViz.Analysis.Models;

/// <summary>How a module's probabilities are obtained; each is exact, they differ in cost.</summary>
public enum CaptureMechanism
{
    /// <summary>An existing tensor is named as an output: free.</summary>
    Tap,

    /// <summary>The fused operator's own score output is switched on.</summary>
    Native,

    /// <summary>The fused operator, which gives none out, is written as others that compute the same from its inputs.</summary>
    SideBranch,

    /// <summary>The model already has the attention as an output.</summary>
    Output,
}
