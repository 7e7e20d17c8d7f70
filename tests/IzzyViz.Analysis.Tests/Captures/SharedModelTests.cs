using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

public sealed class SharedModelTests
{
    [Theory]
    [InlineData("splade-tiny-fp32", 2e-5)]
    [InlineData("minilm-l6-int8", 1e-4)]
    public void Trained_models_give_their_golden_attention(string name, double tolerance)
    {
        Assert.SkipWhen(Repository.Shared is null, "the shared models are not beside the repository");
        var folder = Path.Combine(Repository.Shared!, "models", name);
        var goldens = SafetensorsReader.Read(Path.Combine(folder, "goldens.safetensors")).Tensors;
        using var session = ModelSession.Open(ModelFolder.Find(folder, null, new())!);

        foreach (var (text, ids) in goldens.Where(g => g.Key.StartsWith("ids.", StringComparison.Ordinal)).Select(g => (g.Key[4..], g.Value)))
        {
            using var capture = session.Run(new ModelInput { Source = Ints(ids), Types = goldens.TryGetValue($"types.{text}", out var types) ? Ints(types) : [] });
            Assert.Empty(capture.Findings);
            Assert.All(capture.Modules, m => Assert.Equal(AttentionKind.Encoder, m.Module.Kind));
            foreach (var module in capture.Modules.Where(m => goldens.ContainsKey($"{m.Module.Name}.{text}")))
            {
                AssertClose(goldens[$"{module.Module.Name}.{text}"].ToSingles(), module.Weights(), tolerance);
            }
        }

        Assert.Empty(session.CheckOutputs(new ModelInput { Source = [101, 2023, 2003, 1037, 3231, 102] }).Findings);
    }

    private static ImmutableArray<int> Ints(Tensor tensor) => [.. tensor.ToInt64s().Select(i => (int)i)];

    private static void AssertClose(float[] expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}
