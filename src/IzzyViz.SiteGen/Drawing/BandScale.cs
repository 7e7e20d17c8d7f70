using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>Rows or columns on the canvas: n + 1 edges, starting at 0.</summary>
internal sealed class BandScale
{
    private BandScale(ImmutableArray<double> edges) => Edges = edges;

    public ImmutableArray<double> Edges { get; }

    public int Count => Edges.Length - 1;

    public double Length => Edges[^1];

    public static BandScale Uniform(int count, double size) => Lens(count, size, ImmutableHashSet<int>.Empty, 1);

    /// <summary>The table lens: bands in <paramref name="enlarged"/> are <paramref name="factor"/> times as wide as the others.</summary>
    public static BandScale Lens(int count, double size, IReadOnlySet<int> enlarged, double factor)
    {
        var edges = ImmutableArray.CreateBuilder<double>(count + 1);
        edges.Add(0);
        for (var i = 0; i < count; i++)
        {
            edges.Add(edges[i] + (enlarged.Contains(i) ? size * factor : size));
        }

        return new(edges.MoveToImmutable());
    }

    public double Start(int index) => Edges[index];

    public double Size(int index) => Edges[index + 1] - Edges[index];

    public double Centre(int index) => (Edges[index] + Edges[index + 1]) / 2;

    /// <summary>From the start of one band to the end of the last of <paramref name="count"/>.</summary>
    public double Span(int first, int count) => Edges[first + count] - Edges[first];
}
