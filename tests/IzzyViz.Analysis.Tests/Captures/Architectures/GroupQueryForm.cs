using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>com.microsoft.GroupQueryAttention</c> as the genai builder writes it: two query heads share one head of keys and values.</summary>
internal static class GroupQueryForm
{
    private const int KeyValueHeads = 1;

    // The operator takes multiples of 8 alone.
    private const int HeadSize = 8;
    private const int Past = 3;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("grouped queries", () => Case("grouped queries", 0)),
        ("grouped queries, local window", () => Case("grouped queries, local window", 0, OnnxAttribute.Of("local_window_size", 2))),
        ("grouped queries, filled cache", () => Case("grouped queries, filled cache", Past)),
        ("grouped queries, cache and window", () => Case("grouped queries, cache and window", Past, OnnxAttribute.Of("local_window_size", 3))),
        ("grouped queries, soft cap", () => Case("grouped queries, soft cap", 0, Wire.Single("softcap", 0.5f))),
        ("grouped queries, empty cache of the window alone", () => Case("grouped queries, empty cache of the window alone", 0,
            OnnxAttribute.Of("local_window_size", 3), OnnxAttribute.Of("sliding_window_cache", 1))),
    ];

    private static FormCase Case(string name, int past, params OnnxAttribute[] own)
    {
        var window = (int)(own.FirstOrDefault(a => a.Name == "local_window_size")?.Int ?? 0);
        var hasCache = past > 0 || own.Any(a => a.Name == "sliding_window_cache");
        var m = new TinyModel();
        var (wq, wk, wv) = (m.Numbers(TinyModel.Size * TinyModel.Heads * HeadSize), m.Numbers(TinyModel.Size * HeadSize), m.Numbers(TinyModel.Size * HeadSize));
        var cache = m.Numbers(past * HeadSize);
        var total = past + TinyModel.Ids.Length;
        m.Tensors.Add(Wire.Ints32("seqlens", [total - 1], 1));
        m.Tensors.Add(Wire.Ints32("total", [total]));
        string[] pasts = hasCache ? [m.Cache("past_key_values.0.key", KeyValueHeads, HeadSize), m.Cache("past_key_values.0.value", KeyValueHeads, HeadSize)] : ["", ""];
        var result = m.Fused("GroupQueryAttention",
            [m.Narrow("gq", wq), m.Narrow("gk", wk), m.Narrow("gv", wv), .. pasts, "seqlens", "total"],
            [OnnxAttribute.Of("num_heads", TinyModel.Heads), OnnxAttribute.Of("kv_num_heads", KeyValueHeads), .. own], outputs: 3);
        var reference = new ReferenceAttention
        {
            KeyValueHeads = KeyValueHeads,
            Scale = 1 / Math.Sqrt(HeadSize),
            SoftCap = own.FirstOrDefault(a => a.Name == "softcap")?.Float ?? 0,
            IsVisible = (i, j) => j <= i + past && (window == 0 || j > i + past - window),
        };
        var keys = cache.Chunk(HeadSize).Select(r => r.Select(v => (double)v).ToArray()).Concat(m.Projected(wk));
        var form = new FormCase(name) { Model = m, Result = result, Expected = FormCase.One("decoder.0", reference.Weights(m.Projected(wq), [.. keys])) };
        return past == 0 ? form : form
            .With("past_key_values.0.key", Tensor.Of(cache, 1, KeyValueHeads, past, HeadSize))
            .With("past_key_values.0.value", Tensor.Of(cache, 1, KeyValueHeads, past, HeadSize));
    }
}
