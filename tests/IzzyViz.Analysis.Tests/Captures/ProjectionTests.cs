using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Projections;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Queries, keys and values: what is given out repeats the definition, and what does not is not given out.</summary>
public sealed class ProjectionTests : IDisposable
{
    private static readonly CaptureOptions All = new() { Calibrate = false, What = CaptureParts.Attention | CaptureParts.Projections };

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Forms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Queries_and_keys_of_every_form_give_the_weights_and_values_are_those_of_the_definition(string form)
    {
        var model = new TinyModel();
        using var session = Open(model, Forms.All[form](model));

        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });

        Assert.Empty(capture.Findings);
        var module = Assert.Single(capture.Modules);
        AssertRepeats(model.Expected(), module.Projections);
        var values = model.ProjectedValues();
        Assert.Equal([1, TinyModel.Heads, TinyModel.Ids.Length, TinyModel.HeadSize], module.Value!.Dims.Select(d => (int)d));
        Assert.Equal(values[2][(1 * TinyModel.HeadSize) + 3], module.Value.Values[(((1 * TinyModel.Ids.Length) + 2) * TinyModel.HeadSize) + 3], 1e-5);
    }

    [Fact]
    public void Keys_that_the_graph_repeats_for_each_query_head_are_given_once()
    {
        var model = new TinyModel();
        var g = model.Graph;
        string Shared(string name) => g.Add("Expand", [g.Transpose(g.Reshape(g.Add("MatMul", [model.Hidden, model.Keep(name, model.Numbers(TinyModel.Size * TinyModel.HeadSize), TinyModel.Size, TinyModel.HeadSize)]), 0, 0, 1, TinyModel.HeadSize), 0, 2, 1, 3), g.Ints(1, TinyModel.Heads, 1, 1)]);
        var weights = Forms.Softmax(model, g.Add("MatMul", [model.Query, g.Transpose(Shared("k1"), 0, 1, 3, 2)]));
        using var session = Open(model, g.Add("MatMul", [weights, Shared("v1")]));

        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });

        var module = Assert.Single(capture.Modules);
        Assert.Equal((2, 1, 1), ((int)module.Query!.Dims[1], (int)module.Key!.Dims[1], (int)module.Value!.Dims[1]));
        Assert.All(module.Projections.Scales, s => Assert.Equal(1, s, 1e-4));
    }

    [Fact]
    public void A_bias_between_product_and_softmax_is_told()
    {
        var model = new TinyModel();
        var bias = model.Keep("bias", model.Numbers(2 * 25), 1, 2, 5, 5);
        using var session = Open(model, Forms.Mix(model, model.Graph.Add("Add", [model.Scores(), bias])));

        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });

        var module = Assert.Single(capture.Modules);
        Assert.Equal(ModelDiagnostics.MoreThanProduct, Assert.Single(capture.Findings).Descriptor);
        Assert.NotNull(module.Query);
        Assert.Empty(module.Projections.Scales);
        Assert.InRange(module.Projections.ProductError, 0, 1e-5);
    }

    [Fact]
    public void Only_what_is_asked_for_is_given()
    {
        var model = new TinyModel();
        using var session = Open(model, Forms.Plain(model), All with { What = CaptureParts.Key });

        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });

        var module = Assert.Single(capture.Modules);
        Assert.NotNull(module.Key);
        Assert.Null(module.Query);
        Assert.Null(module.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Heads_that_changed_places_are_found_out(bool swapped)
    {
        var random = new Random(3);
        float[] query = [.. Enumerable.Range(0, 2 * 4 * 3).Select(_ => (random.NextSingle() * 4) - 2)];
        var (weights, result) = Attention(query, query, query);
        float[] other = swapped ? [.. query[12..], .. query[..12]] : query;
        var probe = new ProjectionProbe { Query = Operand.Of("q"), Key = Operand.Of("k"), Value = Operand.Of("q"), Result = "z" };
        using var run = new GraphRun(new Dictionary<string, OrtValue> { ["q"] = Ort(other, 1, 2, 4, 3), ["k"] = Ort(query, 1, 2, 4, 3), ["z"] = Ort(result, 1, 2, 4, 3), ["p"] = Ort(weights, 1, 2, 4, 4) })
        {
            Feeds = System.Collections.Immutable.ImmutableSortedDictionary<string, Analysis.Tensors.Tensor>.Empty,
            Lengths = new(1, 4, 0),
        };

        var read = SiteProjections.Read(probe, WeightsBuffer.Of(run["p"], new() { Output = "p" }, 1, 4)!, run, new(RealTokens.All, double.NaN, 1e-4, 1e-3, 4, 4));

        Assert.Equal((swapped, swapped), (read.Query is null, read.Value is null));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>softmax(q·kᵀ / 2) of two heads over four tokens of three numbers, and what it makes of the values.</summary>
    private static (float[] Weights, float[] Result) Attention(float[] q, float[] k, float[] v)
    {
        var (weights, result) = (new float[2 * 4 * 4], new float[2 * 4 * 3]);
        for (var row = 0; row < 8; row++)
        {
            var scores = Enumerable.Range(0, 4).Select(j => Math.Exp(0.5 * Enumerable.Range(0, 3).Sum(d => (double)q[(row * 3) + d] * k[((((row / 4) * 4) + j) * 3) + d]))).ToArray();
            for (var j = 0; j < 4; j++)
            {
                weights[(row * 4) + j] = (float)(scores[j] / scores.Sum());
                for (var d = 0; d < 3; d++)
                {
                    result[(row * 3) + d] += (float)(scores[j] / scores.Sum()) * v[((((row / 4) * 4) + j) * 3) + d];
                }
            }
        }

        return (weights, result);
    }

    private static OrtValue Ort(float[] values, params long[] dims) => OrtValue.CreateTensorValueFromMemory(values, dims);

    private static void AssertRepeats(double[,,] expected, CapturedProjections found)
    {
        var tokens = TinyModel.Ids.Length;
        for (var (h, i) = (0, 0); h < TinyModel.Heads; (h, i) = i == tokens - 1 ? (h + 1, 0) : (h, i + 1))
        {
            var scores = Enumerable.Range(0, tokens).Select(j => Math.Exp(found.Scales[h] * Dot(found, h, i, j))).ToArray();
            for (var j = 0; j < tokens; j++)
            {
                Assert.Equal(expected[h, i, j], scores[j] / scores.Sum(), 1e-5);
            }
        }
    }

    private static double Dot(CapturedProjections found, int head, int query, int key)
    {
        var (tokens, size) = (TinyModel.Ids.Length, TinyModel.HeadSize);
        return Enumerable.Range(0, size).Sum(d => (double)found.Query!.Values[(((head * tokens) + query) * size) + d] * found.Key!.Values[(((head * tokens) + key) * size) + d]);
    }

    private ModelSession Open(TinyModel model, string result, CaptureOptions? options = null)
    {
        model.Save(_folder["model.onnx"], result);
        return ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, options ?? All);
    }
}
