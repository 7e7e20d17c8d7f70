namespace IzzyViz.SiteGen.Planning;

/// <summary>Which sides of a comparison are held against which.</summary>
internal static class SidePairs
{
    public static IEnumerable<(int First, int Second)> Of(ComparisonPlan plan)
    {
        var last = plan.Sides.Length - 1;
        return plan.Kind switch
        {
            ComparisonKind.Checkpoints =>
            [
                .. Enumerable.Range(0, last).Select(i => (i, i + 1)),
                .. Enumerable.Range(0, Math.Max(0, last - 1)).Select(i => (i, last)),
            ],
            _ => Enumerable.Range(1, last).Select(i => (0, i)),
        };
    }
}
