using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Cross-attention whose keys and values were computed before and are inputs of the graph.</summary>
internal static class CachedCrossForm
{
    private const int Sources = 7;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases => [("cross-attention over given keys", Case)];

    private static FormCase Case()
    {
        var m = new TinyModel();
        m.Inputs.Add(TinyModel.Input("past_key_cross_0", ElementType.Float32, "batch", $"{TinyModel.Heads}", "source", $"{TinyModel.HeadSize}"));
        m.Inputs.Add(TinyModel.Input("past_value_cross_0", ElementType.Float32, "batch", $"{TinyModel.Heads}", "source", $"{TinyModel.HeadSize}"));
        var scores = m.Graph.Add("Mul", [m.Graph.Add("MatMul", [m.Query, m.Graph.Transpose("past_key_cross_0", 0, 1, 3, 2)]), m.Graph.Number(TinyModel.Scale, ElementType.Float32)]);
        var result = m.Graph.Add("MatMul", [Forms.Softmax(m, scores), "past_value_cross_0"]);
        var (keys, values) = (m.Numbers(Sources * TinyModel.Size), m.Numbers(Sources * TinyModel.Size));
        double[][] rows = [.. Enumerable.Range(0, Sources).Select(t => Enumerable.Range(0, TinyModel.Size)
            .Select(c => (double)keys[(((c / TinyModel.HeadSize * Sources) + t) * TinyModel.HeadSize) + (c % TinyModel.HeadSize)]).ToArray())];
        var form = new FormCase("cross-attention over given keys") { Model = m, Result = result, Expected = FormCase.One("cross.0", new ReferenceAttention().Weights(m.Projected(m.QueryWeights), rows)) };
        return form.With("past_key_cross_0", Tensor.Of(keys, 1, TinyModel.Heads, Sources, TinyModel.HeadSize))
            .With("past_value_cross_0", Tensor.Of(values, 1, TinyModel.Heads, Sources, TinyModel.HeadSize));
    }
}
