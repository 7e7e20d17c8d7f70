using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>
/// Operators that hold a whole attention, given something else than tokens where they take tokens. All of them run, over as many examples as there are tokens.
/// </summary>
public sealed class FusedDecoyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. FusedDecoys.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Operators_that_relate_no_tokens_are_refused_and_say_why(string decoy)
    {
        var (make, reason) = FusedDecoys.All[decoy];
        var model = new TinyModel(FusedDecoys.Opset);
        model.Save(_folder["model.onnx"], make(model));

        var structure = ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new())!;

        Assert.DoesNotContain(structure.Modules, m => m.Refused is null);
        Assert.Contains(reason, Assert.Single(structure.Refusals).Why, StringComparison.Ordinal);
        Assert.Empty(Run());
    }

    /// <summary>The same operators and the same graphs, but for what makes decoys of them.</summary>
    [Theory]
    [InlineData(FusedCall.Standard)]
    [InlineData(FusedCall.MultiHead)]
    [InlineData(FusedCall.GroupQuery)]
    [InlineData(FusedCall.Packed)]
    public void Given_tokens_they_are_attention(string op)
    {
        var model = new TinyModel(FusedDecoys.Opset);
        model.Save(_folder["model.onnx"], FusedCall.Over(model, op, model.Hidden));

        Assert.Equal([true], Run());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Of each module that is captured, whether its weights pass the check.</summary>
    private ImmutableArray<bool> Run()
    {
        long[] ids = [.. Enumerable.Range(0, TinyModel.Ids.Length * TinyModel.Ids.Length).Select(i => (long)(i * 7 % TinyModel.Vocabulary))];
        using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { Calibrate = false });
        using var capture = session.Run(ImmutableDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of(ids, TinyModel.Ids.Length, TinyModel.Ids.Length)));
        return [.. capture.Modules.Select(m => m.Check.Passed)];
    }
}
