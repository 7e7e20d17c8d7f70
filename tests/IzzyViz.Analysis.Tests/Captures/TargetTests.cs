using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>What a decoder beside an encoder reads as its own.</summary>
public sealed class TargetTests : IDisposable
{
    private const string Starts = """{"is_encoder_decoder": true, "decoder_start_token_id": 2}""";

    private static readonly ImmutableSortedDictionary<string, Tensor> Source =
        ImmutableSortedDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of([.. TinyModel.Ids.Select(i => (long)i)], 1, TinyModel.Ids.Length));

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_decoder_that_was_given_no_tokens_reads_its_start_token_and_says_so(bool isPair)
    {
        using var session = Open(isPair, Starts);
        using var alone = session.Run(Source);
        using var given = session.Run(Source.Add(TinyPair.Target, Tensor.Of([2L], 1, 1)));

        Assert.Equal([1, TinyModel.Heads, 1, TinyModel.Ids.Length], Cross(alone).Dims.Select(d => (int)d));
        Assert.Equal(Cross(given).AllWeights, Cross(alone).AllWeights);
        Assert.Equal(ModelDiagnostics.StartsAlone, Assert.Single(alone.Findings).Descriptor);
        Assert.Empty(given.Findings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_example_of_a_batch_starts_and_is_named_as_the_target(bool isPair)
    {
        using var session = Open(isPair, Starts);

        var prepared = session.Prepare(ImmutableSortedDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of([1L, 2, 3, 4, 5, 6], 2, 3)));

        Assert.Equal([2, 1], prepared.Tensors[TinyPair.Target].Dims);
        Assert.Equal([2, 2], prepared.Tensors[TinyPair.Target].ToInt64s());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_nothing_tells_the_start_token_the_decoders_tokens_are_asked_for_by_name(bool isPair)
    {
        using var session = Open(isPair, "{}");

        var refused = Assert.Throws<DiagnosticException>(() => session.Run(Source)).Diagnostic;

        Assert.Equal(ModelDiagnostics.NeedsInput, refused.Descriptor);
        Assert.Contains("decoder_input_ids", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_number_for_the_decoders_tokens_is_one_token(bool isPair)
    {
        using var session = Open(isPair, Starts, new() { Feed = ImmutableSortedDictionary<string, double>.Empty.Add(TinyPair.Target, 7) });
        using var fed = session.Run(Source);
        using var given = session.Run(Source.Add(TinyPair.Target, Tensor.Of([7L], 1, 1)));

        Assert.Equal(Cross(given).AllWeights, Cross(fed).AllWeights);
        Assert.Empty(fed.Findings);
    }

    [Fact]
    public void The_decoders_mask_is_as_long_as_its_tokens()
    {
        using var session = Open(isPair: false, Starts);
        using var capture = session.Run(Source.Add(TinyPair.Target, Tensor.Of([2L, 3, 4], 1, 3)));

        Assert.Equal([1, TinyModel.Heads, 3, TinyModel.Ids.Length], Cross(capture).Dims.Select(d => (int)d));
    }

    [Fact]
    public void Tokens_under_the_decoders_own_name_are_not_its_encoders()
    {
        TinyPair.Files(_folder, Starts);
        var decoder = ModelFolder.Find(_folder["decoder_model.onnx"], null, new())!;
        using var session = ModelSession.Open(decoder, new() { Calibrate = false });

        using var capture = session.Run(Source.Add("encoder_hidden_states", Tensor.Of(new float[3 * TinyModel.Size], 1, 3, TinyModel.Size)));

        Assert.Equal([1, TinyModel.Heads, TinyModel.Ids.Length, 3], Cross(capture).Dims.Select(d => (int)d));
    }

    public void Dispose() => _folder.Dispose();

    private static CapturedModule Cross(Capture capture) => capture.Modules.Single(m => m.Module.Kind == AttentionKind.Cross);

    private ModelSession Open(bool isPair, string config, CaptureOptions? options = null) =>
        ModelSession.Open(isPair ? TinyPair.Files(_folder, config) : TinyPair.File(_folder, config), (options ?? CaptureOptions.Default) with { Calibrate = false });
}
