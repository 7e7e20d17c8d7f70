using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>What the model answers on unchanged rows. Answers that are a near tie on both sides may swap without being a change.</summary>
internal sealed class OutputComparer(RowMatch rows, double tolerance)
{
    private readonly ImmutableArray<(ExampleRow Before, ExampleRow After)> _pairs =
        [.. rows.Unchanged.Select(r => (rows.Base.Examples[r.Base], rows.Head.Examples[r.Head]))];

    public OutputChanges Compare()
    {
        var flips =
            from pair in _pairs
            let before = pair.Before.Outputs
            let after = pair.After.Outputs
            where IsFlip(before, after)
            select new AnswerFlip(pair.After.Id, before.Answer, after.Answer, before.IsCorrect, after.IsCorrect);
        return new OutputChanges
        {
            Compared = _pairs.Length,
            Changed = _pairs.Count(p => IsChanged(p.Before.Outputs, p.After.Outputs)),
            Flips = [.. flips],
            Accuracy = Accuracy(),
            Loss = Paired(o => o.Loss),
            Margin = Paired(o => o.Margin),
            Embedding = Embedding(),
        };
    }

    private bool IsChanged(OutputRow before, OutputRow after) => IsFlip(before, after)
        || Moved(before.Probability, after.Probability)
        || Moved(before.Margin, after.Margin)
        || Moved(before.Loss, after.Loss)
        || IsTurned(before.Embedding, after.Embedding);

    private bool IsFlip(OutputRow before, OutputRow after) =>
        before.Answer != after.Answer && !(before.Margin <= tolerance && after.Margin <= tolerance);

    private bool Moved(double? before, double? after) => (Number(before), Number(after)) switch
    {
        (null, null) => false,
        ({ } b, { } a) => Math.Abs(a - b) > tolerance,
        _ => true,
    };

    private bool IsTurned(ImmutableArray<float>? before, ImmutableArray<float>? after) =>
        before.HasValue != after.HasValue || (before.HasValue && !(Cosine(before.Value, after!.Value) >= 1 - tolerance));

    private AccuracyChange? Accuracy()
    {
        var judged = _pairs.Where(p => p.Before.Outputs.IsCorrect.HasValue && p.After.Outputs.IsCorrect.HasValue).ToArray();
        return judged.Length == 0 ? null : new(judged.Length, Share(judged.Select(p => p.Before)), Share(judged.Select(p => p.After)));
    }

    private PairedChange? Paired(Func<OutputRow, double?> number)
    {
        var numbers = _pairs.Select(p => (Before: Number(number(p.Before.Outputs)), After: Number(number(p.After.Outputs)))).ToArray();
        var both = numbers.Where(n => n.Before.HasValue && n.After.HasValue).Select(n => (n.Before!.Value, n.After!.Value)).ToArray();
        return both.Length == 0 ? null : PairedChange.Of(both, numbers.Count(n => n.Before.HasValue != n.After.HasValue));
    }

    private EmbeddingChange? Embedding()
    {
        var cosines = _pairs.Where(p => p.Before.Outputs.Embedding.HasValue && p.After.Outputs.Embedding.HasValue)
            .Select(p => (Cosine: Cosine(p.Before.Outputs.Embedding!.Value, p.After.Outputs.Embedding!.Value), p.After.Id))
            .Where(c => !double.IsNaN(c.Cosine)).ToArray();
        return cosines.Length == 0
            ? null
            : new(cosines.Length, cosines.Average(c => c.Cosine), cosines.Min(c => c.Cosine), cosines.MinBy(c => c.Cosine).Id);
    }

    private static double Share(IEnumerable<ExampleRow> rows) => rows.Average(r => r.Outputs.IsCorrect is true ? 1.0 : 0);

    private static double? Number(double? value) => value is { } v && double.IsNaN(v) ? null : value;

    // NaN for vectors of different lengths or without length: nothing can be said about their angle.
    private static double Cosine(ImmutableArray<float> before, ImmutableArray<float> after) =>
        before.Length != after.Length || before.IsEmpty ? double.NaN : TensorPrimitives.CosineSimilarity(before.AsSpan(), after.AsSpan());
}
