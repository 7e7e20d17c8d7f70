using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>
/// Operators that hold a whole attention, given something else than tokens where they take tokens. A file runs all of them: there are as many examples as tokens, heads and numbers in a head, where the form allows it.
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
    }

    /// <summary>The same operators and the same graphs, but for what makes decoys of them.</summary>
    [Theory]
    [InlineData(FusedDecoys.Standard)]
    [InlineData(FusedDecoys.MultiHead)]
    [InlineData(FusedDecoys.GroupQuery)]
    [InlineData(FusedDecoys.Packed)]
    public void Given_tokens_they_are_attention(string op)
    {
        var model = new TinyModel(FusedDecoys.Opset);
        model.Save(_folder["model.onnx"], FusedDecoys.Over(model, op, model.Hidden));

        Assert.Null(Assert.Single(ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new())!.Modules).Refused);
    }

    public void Dispose() => _folder.Dispose();
}
