using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.DemoModels.Tests;

/// <summary>An independent reader of what the tool writes: ONNX Runtime, one thread.</summary>
internal sealed class OnnxGraph : IDisposable
{
    private readonly InferenceSession _session;

    public OnnxGraph(byte[] model)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new InferenceSession(model, options);
    }

    public IReadOnlyList<string> Inputs => [.. _session.InputMetadata.Keys.Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Outputs => [.. _session.OutputMetadata.Keys];

    /// <param name="ids">[batch, token], with a mask of 0 where a row ends early.</param>
    public float[] Run(PaddedIds ids, params (string Name, OrtValue Value)[] more)
    {
        using var tokens = Integers(ids.Ids, ids);
        using var mask = Integers(ids.Mask, ids);
        using var types = Integers(new long[ids.Ids.Length], ids);
        var feeds = new Dictionary<string, OrtValue>(StringComparer.Ordinal)
        {
            ["input_ids"] = tokens, ["attention_mask"] = mask, ["token_type_ids"] = types,
        };
        foreach (var (name, value) in more)
        {
            feeds[name] = value;
        }

        string[] names = [.. Inputs];
        using var run = new RunOptions();
        using var results = _session.Run(run, names, [.. names.Select(name => feeds[name])], Outputs);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public static OrtValue Integers(long[] values, PaddedIds ids) => OrtValue.CreateTensorValueFromMemory(values, [ids.Rows, ids.Columns]);

    public void Dispose() => _session.Dispose();
}
