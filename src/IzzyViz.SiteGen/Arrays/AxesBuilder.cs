using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What rows and columns are called; null where nobody said, and then positions are shown.</summary>
internal sealed record AxisTexts(ImmutableArray<string>? Rows, ImmutableArray<string>? Columns, bool IsSelf)
{
    public SourceLocation RowsAt { get; init; }

    public SourceLocation ColumnsAt { get; init; }
}

/// <summary>Which tokens are special: those listed, or, where there is no list, those with a name that is known.</summary>
internal sealed record SpecialTokens(ImmutableArray<int>? Listed, SourceLocation At)
{
    public static readonly SpecialTokens ByName = new(null, SourceLocation.None);

    private static readonly ImmutableHashSet<string> Known =
    [
        "[CLS]", "[SEP]", "[PAD]", "[MASK]", "[UNK]", "[BOS]", "[EOS]", "<s>", "</s>", "<pad>", "<mask>", "<unk>", "<bos>", "<eos>", "<cls>", "<sep>",
        "<|endoftext|>", "<|startoftext|>", "<|begin_of_text|>", "<|end_of_text|>", "<|im_start|>", "<|im_end|>", "<|eot_id|>", "<start_of_turn>", "<end_of_turn>",
    ];

    public bool Contains(int index, string label) => Listed?.Contains(index) ?? Known.Contains(label);
}

/// <summary>Puts tokens to rows and columns.</summary>
internal static class AxesBuilder
{
    public static AxisTexts Labels(ImmutableArray<string>? rows, ImmutableArray<string>? columns, bool isSelf) => new(rows, columns, isSelf);

    public static AttentionAxes Axes(AxisTexts texts, Matrix shape, SpecialTokens special)
    {
        RequireFit(texts.Rows, shape.Rows, "row", texts.RowsAt);
        RequireFit(texts.Columns, shape.Columns, "column", texts.ColumnsAt);
        var count = Math.Max(shape.Rows, shape.Columns);
        if (special.Listed is { } listed && listed.FirstOrDefault(i => i >= count, -1) is >= 0 and var outside)
        {
            throw new DiagnosticException(ArrayDiagnostics.SpecialRange.At(special.At, outside, count));
        }

        var rows = Sequence(texts.Rows, shape.Rows, special);
        var isSelf = shape.Rows == shape.Columns && (texts.IsSelf || (texts.Rows is null && texts.Columns is null));
        return new(rows, isSelf ? rows : Sequence(texts.Columns, shape.Columns, special), AttentionMask.Full(shape.Rows, shape.Columns));
    }

    public static void RequireOneShape(ImmutableArray<Matrix> matrices, SourceLocation at)
    {
        for (var i = 1; i < matrices.Length; i++)
        {
            if (Shape(matrices[i]) != Shape(matrices[0]))
            {
                throw new DiagnosticException(ArrayDiagnostics.UnequalShapes.At(at, i, Shape(matrices[i]), Shape(matrices[0])));
            }
        }
    }

    public static string Shape(Matrix matrix) => $"{matrix.Rows} × {matrix.Columns}";

    private static void RequireFit(ImmutableArray<string>? texts, int count, string axis, SourceLocation at)
    {
        if (texts is { } given && given.Length != count)
        {
            throw new DiagnosticException(ArrayDiagnostics.TokenCount.At(at, given.Length, axis, count));
        }
    }

    private static TokenSequence Sequence(ImmutableArray<string>? texts, int count, SpecialTokens special) => new()
    {
        Tokens = [.. Enumerable.Range(0, count).Select(i => Token(i, texts is { } t ? t[i] : $"{i}", special))],
    };

    private static Token Token(int index, string label, SpecialTokens special) =>
        new(index, label, 0, 0, 0, special.Contains(index, label), 0, -1);
}
