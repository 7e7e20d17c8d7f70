using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Captures;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Kinds;

/// <summary>Arrays for figures: the softmax of sin(1.7i + 0.9j + 0.3k) + 1.5·cos(0.6i - 1.1j - 0.2k), for which IzzyViz's numbers are known.</summary>
internal static class SampleArrays
{
    public static FigureArrays Reference(int runs = 1, int rows = 8, int columns = 8, bool isCausal = false) =>
        Of([.. Enumerable.Range(0, runs).Select(k => Matrix(k, rows, columns, isCausal))], hasMask: false);

    public static FigureArrays Of(params ImmutableArray<double[][]> matrices) => Of(matrices, hasMask: true);

    /// <summary>One map.</summary>
    public static FigureArrays One(params double[][] rows) => Of([rows], hasMask: true);

    /// <summary>Negative entries are masked.</summary>
    public static FigureArrays Of(ImmutableArray<double[][]> matrices, bool hasMask)
    {
        var (rows, columns) = (matrices[0].Length, matrices[0][0].Length);
        var queries = SampleMaps.Sequence(rows);
        return new()
        {
            Source = "test.json",
            Axes = new(queries, rows == columns ? queries : SampleMaps.Sequence(columns), AttentionMask.From(rows, columns, (r, c) => !hasMask || matrices[0][r][c] >= 0)),
            Matrices = [.. matrices.Select(m => SiteGen.Arrays.Matrix.From(rows, columns, (r, c) => m[r][c]))],
        };
    }

    public static FigureArrays Sample(int tokens, int runs = 1, bool isCausal = false) => Drawings.Sample(tokens, runs, isCausal);

    public static JsonElement Json(DrawnFigure drawn)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            drawn.Data.Write(json);
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    // Softmax over the keys that exist; zeros elsewhere, as IzzyViz sees them.
    private static double[][] Matrix(int run, int rows, int columns, bool isCausal) =>
    [
        .. Enumerable.Range(0, rows).Select(i =>
        {
            var scores = Enumerable.Range(0, columns).Select(j => isCausal && j > i ? 0 : Math.Exp(Math.Sin((1.7 * i) + (0.9 * j) + (0.3 * run)) + (1.5 * Math.Cos((0.6 * i) - (1.1 * j) - (0.2 * run))))).ToArray();
            return scores.Select(s => s / scores.Sum()).ToArray();
        }),
    ];
}
