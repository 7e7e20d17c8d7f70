namespace IzzyViz.DemoModels.Evaluation;

/// <param name="Layer">Module path of the attention layer.</param>
/// <param name="Value">What was measured, from 0 to 1.</param>
internal sealed record HeadScore(string Layer, int Head, double Value);
