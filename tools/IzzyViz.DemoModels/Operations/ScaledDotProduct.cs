using System.Numerics.Tensors;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>softmax(Q·Kᵀ/√d)·V for every sequence and head of a packed batch (Vaswani et al. 2017, equation 1).</summary>
internal sealed class ScaledDotProduct
{
    private readonly AttentionInput _input;
    private readonly int _heads;
    private readonly bool _causal;
    private readonly int _size;
    private readonly float _scale;
    private readonly float[] _probabilities;
    private readonly float[] _gradients;
    private readonly float[] _transposed;
    private readonly Matrix _output;

    private ScaledDotProduct(Tape tape, AttentionInput input, int heads, bool causal)
    {
        (_input, _heads, _causal) = (input, heads, causal);
        _size = input.Query.Columns / heads;
        _scale = 1 / MathF.Sqrt(_size);
        var cells = Enumerable.Range(0, input.Queries.Count).Select(s => input.Queries.Length(s) * input.Keys.Length(s)).ToArray();
        _probabilities = tape.Scratch(heads * cells.Sum());
        _gradients = tape.Scratch(cells.Max());
        _transposed = tape.Scratch(_size * Enumerable.Range(0, input.Keys.Count).Max(input.Keys.Length));
        _output = tape.New(input.Query.Rows, input.Query.Columns);
    }

    /// <param name="layer">Module path, under which the maps are recorded.</param>
    public static Matrix Apply(Tape tape, AttentionInput input, AttentionForm form, string layer)
    {
        var attention = new ScaledDotProduct(tape, input, form.Heads, form.Causal);
        attention.ForEachHead(attention.Forward);
        tape.Attention?.Add(new AttentionRecord(layer, form.Heads, input.Queries, input.Keys, [.. attention._probabilities]));
        tape.Record(() => attention.ForEachHead(attention.Backward));
        return attention._output;
    }

    private void ForEachHead(Action<HeadWindow> action)
    {
        var offset = 0;
        for (var sequence = 0; sequence < _input.Queries.Count; sequence++)
        {
            int queries = _input.Queries.Length(sequence), keys = _input.Keys.Length(sequence);
            for (var head = 0; head < _heads; head++)
            {
                action(new HeadWindow(_input.Queries.Start(sequence), queries, _input.Keys.Start(sequence), keys, head * _size, offset));
                offset += queries * keys;
            }
        }
    }

    private void Forward(HeadWindow window)
    {
        var scores = MatrixView.Dense(_probabilities.AsSpan(window.Offset), window.Queries, window.Keys);
        var keys = KeyRows(_input.Key.Values, window).TransposeInto(_transposed);
        MatrixProduct.Accumulate(QueryRows(_input.Query.Values, window), keys, scores);
        for (var query = 0; query < window.Queries; query++)
        {
            var row = scores.Row(query);
            var visible = row[..(_causal ? query + 1 : window.Keys)];
            TensorPrimitives.Multiply(visible, _scale, visible);
            TensorPrimitives.SoftMax(visible, visible);
            row[visible.Length..].Clear();
        }

        MatrixProduct.Accumulate(scores, KeyRows(_input.Value.Values, window), QueryRows(_output.Values, window));
    }

    private void Backward(HeadWindow window)
    {
        var probabilities = MatrixView.Dense(_probabilities.AsSpan(window.Offset), window.Queries, window.Keys);
        var output = QueryRows(_output.Gradient, window);
        MatrixProduct.Accumulate(probabilities.Transposed, output, KeyRows(_input.Value.Gradient, window));
        var scores = ScoreGradients(window, probabilities, output);
        MatrixProduct.Accumulate(scores, KeyRows(_input.Key.Values, window), QueryRows(_input.Query.Gradient, window));
        MatrixProduct.Accumulate(scores.Transposed, QueryRows(_input.Query.Values, window), KeyRows(_input.Key.Gradient, window));
    }

    /// <summary>Through the softmax: dS = P ∘ (dP - rowsum(P ∘ dP)), times the scale. Masked cells have P = 0 and stay 0.</summary>
    private MatrixView ScoreGradients(HeadWindow window, MatrixView probabilities, MatrixView output)
    {
        var cells = _gradients.AsSpan(0, window.Queries * window.Keys);
        cells.Clear();
        var gradients = MatrixView.Dense(cells, window.Queries, window.Keys);
        MatrixProduct.Accumulate(output, KeyRows(_input.Value.Values, window).TransposeInto(_transposed), gradients);
        for (var query = 0; query < window.Queries; query++)
        {
            Span<float> p = probabilities.Row(query), d = gradients.Row(query);
            TensorPrimitives.Subtract(d, TensorPrimitives.Dot<float>(p, d), d);
            TensorPrimitives.Multiply(d, p, d);
            TensorPrimitives.Multiply(d, _scale, d);
        }

        return gradients;
    }

    private MatrixView QueryRows(Span<float> matrix, HeadWindow w) => Window(matrix, w.FirstQuery, w.Queries, w.Column);

    private MatrixView KeyRows(Span<float> matrix, HeadWindow w) => Window(matrix, w.FirstKey, w.Keys, w.Column);

    private MatrixView Window(Span<float> matrix, int row, int rows, int column) =>
        new(matrix[(row * _input.Query.Columns + column)..], rows, _size, _input.Query.Columns);

    private readonly record struct HeadWindow(int FirstQuery, int Queries, int FirstKey, int Keys, int Column, int Offset);
}
