using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.Testing;

/// <summary>Made-up queries and keys: a few dimensions that matter, and noise.</summary>
internal static class SampleVectors
{
    public static QueryKeyVectors Of(int keys, int dimensions)
    {
        var tokens = SampleMaps.Sequence(keys);
        return new()
        {
            Queries = tokens,
            Keys = tokens,
            Query = keys / 2,
            Q = [.. Enumerable.Range(0, dimensions).Select(d => Value(keys / 2, d))],
            K = Enumerable.Range(0, keys * dimensions).Select(i => Value(i / dimensions, i % dimensions)).ToArray(),
        };
    }

    private static float Value(int token, int dimension) =>
        (float)((dimension % 7 == 3 ? 2.2 * Math.Cos((token * 0.45) + dimension) : 0) + (0.6 * Math.Sin((token * 12.9898) + (dimension * 78.233))));
}
