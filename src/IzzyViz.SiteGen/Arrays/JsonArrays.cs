using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>From what a JSON file said to what a figure is drawn from.</summary>
internal static class JsonArrays
{
    /// <param name="areVectors">Columns are dimensions, which have no tokens.</param>
    public static FigureArrays Read(string path, ReadOnlySpan<byte> bytes, bool areVectors = false) => Of(path, JsonReader.Read(path, bytes), areVectors);

    private static FigureArrays Of(string path, JsonData data, bool areVectors)
    {
        Exclude(data, path, "matrix", "matrices");
        Exclude(data, path, "tokens", "row_tokens");
        Exclude(data, path, "tokens", "col_tokens");
        var matrices = data.Matrices ?? (data.Matrix is { } only ? [only] : []);
        if (matrices.IsEmpty && data.Values is null)
        {
            throw new DiagnosticException(ArrayDiagnostics.NothingThere.At(data.PlaceOf(path, "matrices"), "matrix"));
        }

        var at = data.PlaceOf(path, "matrices", "matrix", "values");
        var shape = matrices.IsEmpty ? data.Values! : matrices[0];
        AxesBuilder.RequireOneShape(matrices, at);
        var labels = AxesBuilder.Labels(data.RowTokens ?? data.Tokens, data.ColumnTokens ?? (areVectors ? null : data.Tokens), isSelf: data.Tokens is not null && !areVectors) with
        {
            RowsAt = data.PlaceOf(path, "row_tokens", "tokens"),
            ColumnsAt = data.PlaceOf(path, "col_tokens", "tokens"),
        };
        var special = new SpecialTokens(data.Special, data.PlaceOf(path, "special"));
        var axes = AxesBuilder.Axes(labels, shape, special) with { Mask = Mask(data, path, matrices, shape) };
        return new() { Source = path, Axes = axes, Matrices = matrices, Values = data.Values };
    }

    private static AttentionMask Mask(JsonData data, string path, ImmutableArray<Matrix> matrices, Matrix shape)
    {
        var at = data.PlaceOf(path, "mask");
        if (data.Mask is { } mask && (mask.Rows, mask.Columns) != (shape.Rows, shape.Columns))
        {
            throw new DiagnosticException(ArrayDiagnostics.BadMask.At(at, $"it is {AxesBuilder.Shape(mask)} and the matrix is {AxesBuilder.Shape(shape)}."));
        }

        if (data.IsCausal && shape.Rows > shape.Columns)
        {
            throw new DiagnosticException(ArrayDiagnostics.BadMask.At(at, $"\"causal\" needs at least as many columns as rows, and the matrix is {AxesBuilder.Shape(shape)}."));
        }

        var lead = shape.Columns - shape.Rows;
        return AttentionMask.From(shape.Rows, shape.Columns, (row, column) =>
            (!data.IsCausal || column <= row + lead)
            && (data.Mask is null || data.Mask[row, column] != 0)
            && !matrices.Any(m => double.IsNaN(m[row, column])));
    }

    private static void Exclude(JsonData data, string path, string one, string other)
    {
        if (data.Places.ContainsKey(one) && data.Places.ContainsKey(other))
        {
            throw new DiagnosticException(ArrayDiagnostics.Conflict.At(data.PlaceOf(path, other), one, other));
        }
    }
}
