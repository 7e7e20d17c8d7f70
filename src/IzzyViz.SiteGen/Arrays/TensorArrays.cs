using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>From tensors to what a figure is drawn from: which axes mean what, and what is chosen along them.</summary>
internal static class TensorArrays
{
    public static FigureArrays Of(TensorFile file, ArrayChoice choice)
    {
        var names = file.Chosen(choice);
        var slices = names.Select(name => TensorSlices.Of(file, name, Grouped(file, (names[0], name), choice))).ToImmutableArray();
        ImmutableArray<Matrix> matrices = [.. slices.SelectMany(s => s.Matrices)];
        AxesBuilder.RequireOneShape(matrices, new(file.Path));
        if (choice.Need == ArrayNeed.Values)
        {
            return new() { Source = file.Path, Axes = AxesOf(file, names[0], matrices[0], choice), Matrices = [], Values = matrices[0] };
        }

        var scores = choice.Need == ArrayNeed.Vectors ? CapturedScores.Of(file, names[0], choice) : null;
        return new()
        {
            Source = file.Path,
            Axes = Masked(AxesOf(file, names[0], matrices[0], choice), file, (names[0], choice), matrices),
            Matrices = matrices,
            Tensors = choice.Tensors.IsEmpty && CapturedTokens.Layers(file).IsEmpty ? [] : names,
            Names = [.. slices.SelectMany(s => s.Names)],
            Scores = scores,
            Notes = scores is { HasMore: true } ? ["More than these products makes the scores of this head, as its capture says."] : [],
        };
    }

    // Keys of grouped heads: query head h of H reads key head h·KV/H.
    private static ArrayChoice Grouped(TensorFile file, (string Queries, string Keys) names, ArrayChoice choice)
    {
        if (choice.Need != ArrayNeed.Vectors || choice.Heads.IsEmpty || (file.Tensors[names.Queries].Dims, file.Tensors[names.Keys].Dims) is not ([_, var heads, _, _], [_, var groups, _, _]) || groups >= heads || heads % groups != 0)
        {
            return choice;
        }

        return choice with { Heads = [.. choice.Heads.Select(h => (int)(h * groups / heads))] };
    }

    private static AttentionAxes AxesOf(TensorFile file, string name, Matrix shape, ArrayChoice choice)
    {
        if (choice.TokensFile is { } path)
        {
            var (rows, columns, at) = TokensFile.Read(path);
            return AxesBuilder.Axes(new(rows, columns, rows == columns) { RowsAt = at, ColumnsAt = at }, shape, SpecialTokens.ByName);
        }

        var told = CapturedTokens.Of(file, name, choice.Item ?? 0);
        var texts = new AxisTexts(Fitting(told.Rows, shape.Rows), Fitting(told.Columns, shape.Columns), IsSelf: !name.StartsWith("cross.", StringComparison.Ordinal));
        return AxesBuilder.Axes(texts, shape, SpecialTokens.ByName);
    }

    // Windows and patches have no tokens in the file's metadata; their positions are shown.
    private static ImmutableArray<string>? Fitting(ImmutableArray<string>? texts, int count) => texts is { } t && t.Length == count ? t : null;

    private static AttentionAxes Masked(AttentionAxes axes, TensorFile file, (string Name, ArrayChoice Choice) of, ImmutableArray<Matrix> matrices)
    {
        var (rows, columns) = (matrices[0].Rows, matrices[0].Columns);
        var isCausal = of.Name.StartsWith("decoder.", StringComparison.Ordinal) && rows <= columns && IsCausal(matrices);
        var (rowPads, columnPads) = CapturedTokens.Padding(file, of.Name, of.Choice.Item ?? 0);
        bool IsReal(ImmutableArray<bool> pads, int i, int count) => pads.Length != count || pads[i];
        return axes with
        {
            Mask = AttentionMask.From(rows, columns, (row, column) =>
                (!isCausal || column <= row + columns - rows) && IsReal(rowPads, row, rows) && IsReal(columnPads, column, columns)),
        };
    }

    // A decoder's capture holds zeros where nothing can be seen.
    private static bool IsCausal(ImmutableArray<Matrix> matrices) => matrices.All(m =>
    {
        for (var row = 0; row < m.Rows; row++)
        {
            if (m.Row(row)[(row + 1 + m.Columns - m.Rows)..].ContainsAnyExcept(0.0))
            {
                return false;
            }
        }

        return true;
    });
}
