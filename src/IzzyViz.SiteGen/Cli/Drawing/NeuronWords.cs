using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>Queries and keys of a head, and what a capture knows of them, as a neuron view.</summary>
internal static class NeuronWords
{
    public static DrawnFigure Draw(FigureArrays arrays, DrawCall call)
    {
        var query = DrawnMaps.Token(arrays, "--query", (call.Value(ViewOptions.Query), arrays.First.Rows))!.Value;
        var isCausal = call.Value(ViewOptions.Causal) || arrays.Tensors.Any(t => t.StartsWith("decoder.", StringComparison.Ordinal));
        var vectors = Vectors(arrays, query, isCausal);
        return new(NeuronViewFigure.Draw(vectors, NeuronViewOptions.Default with { Dimensions = call.Value(ViewOptions.Dimensions) }), ViewNumbers.Products(new(vectors)));
    }

    private static QueryKeyVectors Vectors(FigureArrays arrays, int query, bool isCausal)
    {
        var (q, k, told) = (arrays.Matrices[0], arrays.Matrices[1], arrays.Scores ?? new());
        var given = told.Attention is { } all && (all.Rows, all.Columns) == (q.Rows, k.Rows) ? all : null;
        return new()
        {
            Queries = arrays.Axes.Queries,
            Keys = arrays.Axes.Queries,
            Query = query,
            Q = [.. q.Row(query).ToArray().Select(v => (float)v)],
            K = Array.ConvertAll(k.Values.ToArray(), v => (float)v),
            Sees = key => (!isCausal || key <= query) && (told.IsText.Length != k.Rows || told.IsText[key]),
            Scale = told.Scale,
            Weights = given is null ? null : [.. given.Row(query).ToArray().Select(w => (float)w)],
        };
    }
}
