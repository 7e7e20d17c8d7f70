namespace IzzyViz.Analysis.Comparisons;

/// <summary>Distances of many examples as one.</summary>
public static class DistanceMeans
{
    /// <summary>Mean of a pair's distance over the examples that have one; NaN where none has.</summary>
    public static double Of(IEnumerable<ExampleDistances> examples, int pair) =>
        examples.Select(e => (double)e.Distances[pair]).Where(d => !double.IsNaN(d)).DefaultIfEmpty(double.NaN).Average();
}
