using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Inputs as long as a table of positions, and longer ones.</summary>
public sealed class PositionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("range")]
    [InlineData("range behind two rows")]
    [InlineData("slice of a buffer")]
    [InlineData("summed mask")]
    [InlineData("summed ids")]
    [InlineData("input")]
    public void More_tokens_than_positions_are_refused_before_the_run(string form)
    {
        using var session = Open(form);

        session.Run(Ids(1, 2, 3, 4)).Dispose();
        var refused = Assert.Throws<DiagnosticException>(() => session.Run(Ids(1, 2, 3, 4, 5))).Diagnostic;

        Assert.Equal(ModelDiagnostics.TooManyTokens, refused.Descriptor);
        Assert.Contains("'input_ids' has 5 tokens; the model has 4 positions.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summed mask")]
    [InlineData("summed ids")]
    [InlineData("input")]
    public void Padding_that_takes_no_position_does_not_count(string form)
    {
        using var session = Open(form);

        using var capture = session.Run(Ids(1, 2, 3, 4, 0, 0).Add("attention_mask", Tensor.Of([1L, 1, 1, 1, 0, 0], 1, 6)));

        Assert.Equal(6, capture.Modules[0].Dims[3]);
    }

    [Fact]
    public void Positions_that_are_given_are_looked_at_themselves()
    {
        using var session = Open("input");

        session.Run(Ids(1, 2, 3, 4, 5).Add("position_ids", Tensor.Of([0L, 1, 2, 0, 1], 1, 5))).Dispose();
        var refused = Assert.Throws<DiagnosticException>(() => session.Run(Ids(1, 2).Add("position_ids", Tensor.Of([0L, 4], 1, 2)))).Diagnostic;

        Assert.Equal(ModelDiagnostics.PositionOutside, refused.Descriptor);
        Assert.Contains("'position_ids' holds the position 4; the model has 4 positions, 0 to 3.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table of types")]
    [InlineData("table of queries")]
    public void Other_tables_that_are_short_set_no_limit(string form)
    {
        using var session = Open(form);

        using var capture = session.Run(Ids(1, 2, 3, 4, 5, 6));

        Assert.Equal(6, capture.Modules[0].Dims[3]);
    }

    public void Dispose() => _folder.Dispose();

    private static ImmutableDictionary<string, Tensor> Ids(params long[] ids) => ImmutableDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of(ids, 1, ids.Length));

    private ModelSession Open(string form)
    {
        var model = new TinyModel();
        var mixed = model.Graph.Reshape(model.Graph.Transpose(Forms.Plain(model), 0, 2, 1, 3), 0, 0, TinyModel.Size);
        model.Save(_folder["model.onnx"], model.Graph.Add("Add", [mixed, PositionForms.All[form](model)]));
        _folder.Write("config.json", """{"pad_token_id": 0}""");
        return ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { Calibrate = false });
    }
}
