using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Places of an image have no order of their own, so they may be rolled round; keys may not be rolled round against their queries.</summary>
public sealed class MovedPlacesTests : IDisposable
{
    private const int Side = 4;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(1, false, false, true)]
    [InlineData(1, true, true, true)]
    [InlineData(1, false, true, false)]
    [InlineData(1, true, false, false)]
    [InlineData(2, false, false, true)]
    [InlineData(2, true, true, true)]
    [InlineData(2, false, true, false)]
    [InlineData(2, true, false, false)]
    public void Queries_and_keys_are_rolled_together_or_not_at_all(int axis, bool rollsQueries, bool rollsKeys, bool isTaken)
    {
        var m = new TinyModel();
        m.Inputs.Add(TinyModel.Input("image", ElementType.Float32, "batch", $"{Side}", $"{Side}", $"{TinyModel.Size}"));
        var rolled = Reordered.Rolled(m, "image", axis);
        var (queries, keys) = (Places(m, rollsQueries ? rolled : "image"), Places(m, rollsKeys ? rolled : "image"));
        m.Save(_folder["model.onnx"], Attended(m, queries, keys));

        AssertTaken(isTaken);
    }

    /// <summary>As shifted windows are over patches that were made elsewhere.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Rows_that_are_laid_out_as_an_image_are_rolled_as_one(bool rollsQueries, bool isTaken)
    {
        var m = new TinyModel();
        m.Inputs.Add(TinyModel.Input("patches", ElementType.Float32, "batch", $"{Side * Side}", $"{TinyModel.Size}"));
        var image = m.Graph.Reshape("patches", 0, Side, Side, TinyModel.Size);
        var keys = Places(m, Reordered.Rolled(m, Reordered.Rolled(m, image, 1), 2));
        m.Save(_folder["model.onnx"], Attended(m, rollsQueries ? keys : Places(m, image), keys));

        AssertTaken(isTaken);
    }

    public void Dispose() => _folder.Dispose();

    private static string Attended(TinyModel m, string queries, string keys)
    {
        var (q, k, v) = (m.Heads4(m.Project(queries, "iq", m.QueryWeights)), m.Heads4(m.Project(keys, "ik", m.KeyWeights)), m.Heads4(m.Project(keys, "iv", m.ValueWeights)));
        return m.Graph.Add("MatMul", [Forms.Softmax(m, m.Graph.Add("MatMul", [q, m.Graph.Transpose(k, 0, 1, 3, 2)])), v]);
    }

    private void AssertTaken(bool isTaken)
    {
        var structure = ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new())!;

        Assert.Equal(isTaken, structure.Modules.Any(module => module.Refused is null));
        Assert.Equal(isTaken ? 0 : 1, structure.Refusals.Count(r => r.Why.Contains("in other places than they are fed", StringComparison.Ordinal)));
    }

    private static string Places(TinyModel m, string image) => m.Graph.Reshape(image, 0, Side * Side, TinyModel.Size);
}
