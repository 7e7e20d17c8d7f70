namespace IzzyViz.SiteGen.Tests.Figures;

/// <summary>The matrices on which IzzyViz's numbers are known: row-wise softmax of sin(1.7i + 0.9j) + 1.5·cos(0.6i - 1.1j); masked cells are -1.</summary>
internal static class ReferenceMatrix
{
    public static double[][] Softmax(int rows, int columns, bool isCausal) =>
        [.. Enumerable.Range(0, rows).Select(i => Row(i, columns, isCausal ? i + 1 : columns))];

    private static double[] Row(int i, int columns, int visible)
    {
        var exponentials = Enumerable.Range(0, visible).Select(j => Math.Exp(Math.Sin((1.7 * i) + (0.9 * j)) + (1.5 * Math.Cos((0.6 * i) - (1.1 * j))))).ToArray();
        return [.. exponentials.Select(e => e / exponentials.Sum()), .. Enumerable.Repeat(-1.0, columns - visible)];
    }
}
