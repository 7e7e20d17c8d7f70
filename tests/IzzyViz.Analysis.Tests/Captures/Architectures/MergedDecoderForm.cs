using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>A decoder with and without cache in one file, as optimum merges them: an If on the input <c>use_cache_branch</c>, the attention in both branches.</summary>
internal static class MergedDecoderForm
{
    private const int Past = 3;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("merged decoder, no cache", () => Case("merged decoder, no cache", usesCache: false)),
        ("merged decoder, filled cache", () => Case("merged decoder, filled cache", usesCache: true)),
    ];

    private static FormCase Case(string name, bool usesCache)
    {
        var m = new TinyModel();
        m.Inputs.Add(TinyModel.Input("use_cache_branch", ElementType.Bool, "1"));
        var (key, value) = (m.Cache("past_key_values.0.key", TinyModel.Heads), m.Cache("past_key_values.0.value", TinyModel.Heads));
        var result = m.Fused("If", ["use_cache_branch"], [Wire.Graph("then_branch", Branch(m, "with_past", key, value)), Wire.Graph("else_branch", Branch(m, "no_past", "", ""))], domain: "");
        var cache = m.Numbers(Past * TinyModel.Size);
        var past = usesCache ? Past : 0;
        var reference = new ReferenceAttention { IsVisible = (i, j) => j <= i + past };
        double[][] keys = [.. usesCache ? Rows(cache) : [], .. m.Projected(m.KeyWeights)];
        var form = new FormCase(name)
        {
            Model = m,
            Result = result,
            Options = new() { Calibrate = false, UseCache = usesCache },
            Expected = FormCase.One("decoder.0", reference.Weights(m.Projected(m.QueryWeights), keys)),
        };
        return !usesCache ? form : form.With("past_key_values.0.key", Tensor.Of(cache, 1, TinyModel.Heads, Past, TinyModel.HeadSize))
            .With("past_key_values.0.value", Tensor.Of(cache, 1, TinyModel.Heads, Past, TinyModel.HeadSize));
    }

    /// <summary>The branch names what it takes from outside; its own mask lets each query see the cache and what is not behind itself.</summary>
    private static OnnxGraph Branch(TinyModel m, string prefix, string pastKey, string pastValue)
    {
        var g = new GraphBuilder(prefix, m.Opset);
        var past = pastKey.Length > 0 ? Past : 0;
        var (key, value) = past > 0 ? (Joined(g, pastKey, m.Key), Joined(g, pastValue, m.Value)) : (m.Key, m.Value);
        var total = TinyModel.Ids.Length + past;
        var mask = OnnxTensor.Of($"{prefix}/mask", Enumerable.Range(0, TinyModel.Ids.Length * total).Select(c => c % total > (c / total) + past ? float.MinValue : 0f).ToArray(), TinyModel.Ids.Length, total);
        var scores = g.Add("Mul", [g.Add("MatMul", [m.Query, g.Transpose(key, 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        var mixed = g.Add("MatMul", [g.Add("Softmax", [g.Add("Add", [scores, mask.Name])], OnnxAttribute.Of("axis", -1)), value]);
        return new() { Nodes = g.Nodes, Initializers = [.. g.Tensors, mask], Outputs = [OnnxValue.Of(mixed, ElementType.Float32)] };
    }

    private static string Joined(GraphBuilder g, string past, string own) => g.Add("Concat", [past, own], OnnxAttribute.Of("axis", 2));

    /// <summary><c>[head, token, size]</c> to <c>[token][head · size]</c>.</summary>
    private static double[][] Rows(float[] cache) => [.. Enumerable.Range(0, Past).Select(t => Enumerable.Range(0, TinyModel.Size)
        .Select(c => (double)cache[(((c / TinyModel.HeadSize * Past) + t) * TinyModel.HeadSize) + (c % TinyModel.HeadSize)]).ToArray())];
}
