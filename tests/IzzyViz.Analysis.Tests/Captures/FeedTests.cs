using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Numbers and tensors for inputs, checked before the graph runs.</summary>
public sealed class FeedTests : IDisposable
{
    private const string Starts = """{"decoder_start_token_id": 2}""";

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("input_ids", 3, null)]
    [InlineData("decoder_input_ids", 3, null)]
    [InlineData("encoder_hidden_states", 0.5, null)]
    [InlineData("inputs_ids", 3, "IZV3026")]
    [InlineData("decoder_encoder", 3, "IZV3026")]
    [InlineData("input_ids", 0.5, "IZV3028")]
    [InlineData("decoder_input_ids", double.NaN, "IZV3028")]
    public void A_number_is_for_an_input_that_there_is_and_whole_where_that_takes_whole_ones(string name, double number, string? code)
    {
        var folder = TinyPair.Files(_folder, Starts);

        var problems = FeedNumbers.Problems(folder, ModelReader.Inspect(folder, new())!, Number(name, number)).ToList();

        Assert.Equal(code is null ? [] : [code], problems.Select(p => p.Code));
        Assert.All(problems.Where(p => p.Code == "IZV3026"), p => Assert.Contains("it takes input_ids, encoder_hidden_states.", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_for_the_tokens_is_one_token_of_each_example()
    {
        using var session = Open(new() { Feed = Number("input_ids", 4) });
        using var fed = session.Run(ImmutableDictionary<string, Tensor>.Empty);
        using var two = session.Run(ImmutableDictionary<string, Tensor>.Empty.Add("other", Tensor.Of(new float[6], 2, 3)));

        Assert.Equal([1, TinyModel.Heads, 1, 1], fed.Modules[0].Dims);
        Assert.Equal([2, TinyModel.Heads, 1, 1], two.Modules[0].Dims);
    }

    [Theory]
    [InlineData(new float[] { 5, 6, 7 }, null)]
    [InlineData(new float[] { 5, 6.5f, 7 }, "6.5")]
    [InlineData(new float[] { 5, 6, float.PositiveInfinity }, "Infinity")]
    public void Ids_may_be_floats_that_are_whole(float[] ids, string? wrong)
    {
        using var session = Open(new());
        var given = ImmutableDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of(ids, 1, 3));

        var refused = Refusal(() => session.Run(given));

        Assert.Equal(wrong is null ? null : ModelDiagnostics.NotWhole, refused?.Descriptor);
        Assert.Contains(wrong ?? "", refused?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(11L)]
    public void Ids_that_the_table_has_no_row_for_are_refused_before_the_run(long id)
    {
        using var session = Open(new());

        var refused = Refusal(() => session.Run(Ids(3, id)))!;

        Assert.Equal(ModelDiagnostics.IdOutside, refused.Descriptor);
        Assert.Contains($"'input_ids' holds the token id {id}; the model's embedding has 11 rows, so its ids are 0 to 10.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_tokens_are_nothing_to_read()
    {
        using var session = Open(new());

        Assert.Equal(ModelDiagnostics.NothingToRead, Refusal(() => session.Run(ImmutableDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of(ReadOnlySpan<long>.Empty, 1, 0))))!.Descriptor);
    }

    [Theory]
    [InlineData("sequence", true)]
    [InlineData("total", false)]
    public void A_mask_has_a_number_for_each_token_where_the_graph_calls_their_axes_the_same(string axis, bool isRefused)
    {
        var model = new TinyModel();
        model.Inputs.Add(TinyModel.Input("attention_mask", ElementType.Int64, "batch", axis));
        model.Save(_folder["model.onnx"], Forms.Plain(model));
        using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { Calibrate = false });

        var refused = Refusal(() => session.Run(Ids(1, 2, 3).Add("attention_mask", Tensor.Of([1L, 1, 1, 1], 1, 4))));

        Assert.Equal(isRefused ? ModelDiagnostics.NotAlike : null, refused?.Descriptor);
    }

    [Theory]
    [InlineData(false, "--feed")]
    [InlineData(true, "as a tensor of that name in --inputs")]
    public void What_is_many_numbers_is_asked_for_as_a_tensor(bool isImage, string way)
    {
        var model = new TinyModel(features: isImage ? 5 : 0);
        model.Save(_folder["model.onnx"], Forms.Plain(model));
        using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { Calibrate = false });

        var refused = Refusal(() => session.Run(ImmutableDictionary<string, Tensor>.Empty))!;

        Assert.Equal(ModelDiagnostics.NeedsInput, refused.Descriptor);
        Assert.Contains(way, refused.Message, StringComparison.Ordinal);
        Assert.Equal(isImage, !refused.Message.Contains("--feed", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static ImmutableSortedDictionary<string, double> Number(string name, double number) => ImmutableSortedDictionary<string, double>.Empty.Add(name, number);

    private static ImmutableDictionary<string, Tensor> Ids(params long[] ids) => ImmutableDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of(ids, 1, ids.Length));

    private static Diagnostic? Refusal(Func<Capture> run)
    {
        try
        {
            run().Dispose();
            return null;
        }
        catch (DiagnosticException e)
        {
            return e.Diagnostic;
        }
    }

    private ModelSession Open(CaptureOptions options)
    {
        var model = new TinyModel();
        model.Save(_folder["model.onnx"], Forms.Plain(model));
        return ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, options with { Calibrate = false });
    }
}
