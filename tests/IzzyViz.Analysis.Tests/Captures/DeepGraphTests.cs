using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Attention behind, inside and before graphs so deep that a walk which calls itself would fill the stack, and so branched that one which takes every way would not end.</summary>
public sealed class DeepGraphTests : IDisposable
{
    private const int Steps = 20_000;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Attention_behind_a_long_chain_is_found(int ways)
    {
        var model = new TinyModel();
        var deep = Deep(model, model.Hidden, ways);
        var (query, key, value) = (Projected(model, deep, "q2"), Projected(model, deep, "k2"), Projected(model, deep, "v2"));
        var weights = model.Graph.Add("Softmax", [model.Graph.Add("MatMul", [query, model.Graph.Transpose(key, 0, 1, 3, 2)])]);

        AssertFound(model, model.Graph.Add("MatMul", [weights, value]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Attention_before_a_long_chain_is_found(int ways)
    {
        var model = new TinyModel();

        AssertFound(model, Deep(model, Forms.Plain(model), ways));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_long_chain_between_scores_and_softmax_is_an_answer(int ways)
    {
        var model = new TinyModel();
        model.Save(_folder["model.onnx"], Forms.Mix(model, Deep(model, model.Scores(), ways)));

        Assert.NotNull(Inspect());
    }

    public void Dispose() => _folder.Dispose();

    private static string Projected(TinyModel model, string tensor, string name) =>
        model.Heads4(model.Project(tensor, name, model.Numbers(TinyModel.Size * TinyModel.Size)));

    /// <summary>One node after another; with two ways, each node reads the one before twice, so that there are two to the power of the steps.</summary>
    private static string Deep(TinyModel model, string tensor, int ways)
    {
        for (var step = 0; step < Steps; step++)
        {
            tensor = ways == 1 ? model.Graph.Add("Identity", [tensor]) : model.Graph.Add("Add", [tensor, tensor]);
        }

        return tensor;
    }

    private void AssertFound(TinyModel model, string result)
    {
        model.Save(_folder["model.onnx"], result);

        Assert.Single(Inspect()!.Modules, m => m.Refused is null);
    }

    private ModelStructure? Inspect() => ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new DiagnosticBag());
}
