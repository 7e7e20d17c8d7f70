using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tests.Runs;
using IzzyViz.Analysis.Tokens;
using Microsoft.ML.Tokenizers;

namespace IzzyViz.Analysis.Tests.Tokens;

public sealed class ExampleEncoderTests
{
    private static readonly SourceLocation Row = new("rows.jsonl", 7);
    private readonly DiagnosticBag _bag = new();

    [Fact]
    public void A_pair_has_two_segments_with_offsets_into_their_own_texts()
    {
        var model = DemoRuns.Model("polarity");
        var encoded = ExampleEncoder.Open(model.Folder, model.Structure).Encode(Example("The plot") with { Pair = "was dull." }, _bag)!;

        Assert.Equal(["[CLS]", "the", "plot", "[SEP]", "was", "dull", ".", "[SEP]"], encoded.Source.Tokens.Select(t => t.Label));
        Assert.Equal([-1, 0, 0, -1, 1, 1, 1, -1], encoded.Source.Tokens.Select(t => t.Segment));
        Assert.Equal(["The", "plot", "was", "dull", "."], encoded.Source.Tokens.Where(t => t.Segment >= 0).Select(encoded.Source.SourceOf));
    }

    [Fact]
    public void Ids_beyond_the_embedding_are_refused_with_the_row()
    {
        var model = DemoRuns.Model("polarity");
        var encoded = ExampleEncoder.Open(model.Folder, model.Structure).Encode(Example(null) with { InputIds = [2, 30522, 3] }, _bag);

        Assert.Null(encoded);
        var finding = Assert.Single(_bag.Items);
        Assert.Equal(("IZV2504", Row), (finding.Code, finding.Location));
    }

    [Fact]
    public void Text_without_a_tokenizer_is_refused_and_ids_are_not()
    {
        var model = DemoRuns.Model("polarity");
        var encoder = new ExampleEncoder(null, model.Folder, model.Structure);

        Assert.Null(encoder.Encode(Example("The plot"), _bag));
        Assert.Equal("IZV2502", Assert.Single(_bag.Items).Code);
        Assert.Equal(3, encoder.Encode(Example(null) with { InputIds = [2, 4, 3] }, _bag)!.Source.Count);
    }

    [Theory]
    [InlineData("pixel_values", false)]
    [InlineData("pixel_values", true)]
    [InlineData("input_features", true)]
    public void A_model_of_images_or_sound_says_what_it_reads_and_asks_for_no_tokenizer(string input, bool hasDecoder)
    {
        var model = DemoRuns.Model("polarity");
        ModelInputInfo features = new(input, ElementType.Float32, ["batch", "3"], InputRole.User);
        ModelInputInfo written = new("input_ids", ElementType.Int64, ["batch", "tokens"], InputRole.Tokens) { Graph = GraphRole.Decoder };
        var encoder = new ExampleEncoder(null, model.Folder, model.Structure with { Inputs = hasDecoder ? [features, written] : [features] });

        Assert.Null(encoder.Encode(Example("The plot"), _bag));
        var finding = Assert.Single(_bag.Items);
        Assert.Equal("IZV2511", finding.Code);
        Assert.Contains($"none but {input} (float32 [batch, 3])", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_is_read_from_the_start_token_on_without_its_end()
    {
        var model = DemoRuns.Model("dates");
        var encoded = ExampleEncoder.Open(model.Folder, model.Structure).Encode(Example("3 March 1997") with { Target = "1997-03-03" }, _bag)!;

        Assert.Equal("<pad>", encoded.Target!.Tokens[0].Label);
        Assert.Equal("1997-03-03", string.Concat(encoded.Target.Tokens.Skip(1).Select(t => t.Label)));
        Assert.True(encoded.Target.Tokens[0].IsSpecial);
    }

    [Fact]
    public void Tokenizers_of_the_abstraction_fit_too()
    {
        using var vocabulary = new MemoryStream("[UNK]\nthe\nplot\n##s\nwas\n"u8.ToArray());
        var model = DemoRuns.Model("polarity");
        var encoder = new ExampleEncoder(WordPieceTokenizer.Create(vocabulary), model.Folder, model.Structure);

        var encoded = encoder.Encode(Example("the plots was"), _bag)!;

        Assert.Equal([1, 2, 3, 4], encoded.Source.Tokens.Select(t => t.Id));
        Assert.Equal(["the", "plot", "s", "was"], encoded.Source.Tokens.Select(encoded.Source.SourceOf));
    }

    private static Example Example(string? text) => new() { Id = "a", Text = text, ContentHash = "", Location = Row };
}
