using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.SiteGen.Cli.Inspecting;
using IzzyViz.SiteGen.Cli.Reporters;
using Spectre.Console;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary>The table of <c>inspect</c>: names that a stranger chose, many layers, a pipe and terminals.</summary>
public sealed class StructureTableTests
{
    private const string LongName = "the_model/of_somebody/encoder/layer_groups_._0/layers_._{0}/attention/self/Softmax:0";

    [Fact]
    public void Names_cannot_clear_the_screen_forge_a_line_or_be_taken_for_markup()
    {
        var text = Piped(WithInputs("\u001b[2J[red]x[/]\nerror: forged"));

        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("[2J[red]x[/] error: forged", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_a_megabyte_is_cut()
    {
        var text = Piped(WithInputs(new string('n', 1 << 20)));

        Assert.InRange(text.Count(c => c == 'n'), 1, 2000);
        Assert.Contains("…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_screen_shows_the_first_of_very_many_inputs_and_counts_the_rest_and_a_pipe_gets_all()
    {
        var many = WithInputs([.. Enumerable.Range(0, 10_000).Select(Letters)]);

        var screen = OnTerminal(many, 80);
        Assert.Contains(Letters(39), screen, StringComparison.Ordinal);
        Assert.DoesNotContain(Letters(40), screen, StringComparison.Ordinal);
        Assert.Contains("and 9960 more inputs", screen, StringComparison.Ordinal);
        Assert.Contains("--all", screen, StringComparison.Ordinal);
        Assert.Contains(Letters(9999), OnTerminal(many, 80, all: true), StringComparison.Ordinal);
        Assert.Contains(Letters(9999), Piped(many), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_gets_long_names_whole_on_one_line()
    {
        var text = Piped(Layers(2), all: true);

        Assert.Contains(Lines(text), l => l.Contains("encoder.1 ", StringComparison.Ordinal) && l.EndsWith(LongName.Replace("{0}", "1", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_terminal_gets_one_line_for_a_row_with_both_ends_of_the_name(int width)
    {
        var lines = Lines(OnTerminal(Layers(3), width, all: true));

        Assert.All(lines, l => Assert.InRange(l.Length, 0, width));
        Assert.Equal(3, lines.Count(l => l.Contains("encoder.", StringComparison.Ordinal) && l.Contains(" the_model/", StringComparison.Ordinal) && l.EndsWith("Softmax:0", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_that_would_look_alike_are_broken_into_lines()
    {
        var screen = OnTerminal(WithInputs("past_key_values.of_a_long_name.0.of_the_decoder.key", "past_key_values.of_a_long_name.1.of_the_decoder.key"), 80, all: true);

        Assert.Contains("name.0", string.Concat(Lines(screen).Select(l => l.Trim())), StringComparison.Ordinal);
        Assert.Contains("name.1", string.Concat(Lines(screen).Select(l => l.Trim())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_without_room_for_columns_gets_lines_that_are_not_torn_into_letters()
    {
        var lines = Lines(OnTerminal(Layers(3), 30));

        Assert.Contains(lines, l => l.Contains("encoder.0–2 ", StringComparison.Ordinal) && l.EndsWith("Softmax:0", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("input_ids  tokens", StringComparison.Ordinal) && l.EndsWith("batch x sequence", StringComparison.Ordinal));
    }

    [Fact]
    public void Layers_that_are_alike_share_a_row_that_names_each_of_them()
    {
        var text = Piped(Layers(32));

        Assert.Contains("encoder.0–31 ", text, StringComparison.Ordinal);
        Assert.Contains(LongName.Replace("{0}", "{0–31}", StringComparison.Ordinal), text, StringComparison.Ordinal);
        Assert.Single(Lines(text), l => l.Contains("Softmax", StringComparison.Ordinal));
        Assert.Equal(32, Lines(Piped(Layers(32), all: true)).Count(l => l.Contains("Softmax", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_layer_with_another_window_has_its_own_row()
    {
        var structure = Layers(8);
        var text = Piped(structure with { Modules = [.. structure.Modules.Select(m => m with { Window = m.Layer % 2 == 0 ? 128 : null })] });

        Assert.Contains(Lines(text), l => l.Contains("encoder.0, 2, 4 … 6     12        12     128  tap", StringComparison.Ordinal));
        Assert.Contains(Lines(text), l => l.Contains("encoder.1, 3, 5 … 7     12        12       –  tap", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_of_heads_that_only_a_run_can_tell_is_said_so()
    {
        var structure = Layers(1);
        Assert.Contains("encoder.0  not said  not said", Piped(structure with { Modules = [structure.Modules[0] with { Heads = 0, KeyValueHeads = 0 }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_is_told_with_its_reason()
    {
        var odd = Enumerable.Range(0, 30).Select(i => new Refusal("IZV3011", $"/{Letters(i)}/Softmax", $"for {Letters(i)}"));
        var alike = Enumerable.Range(0, 24).Select(i => new Refusal("IZV3011", $"/layers.{i}/router/Softmax", "its result weighs no values"));

        var text = Piped(Layers(1) with { Refusals = [.. odd, .. alike] });

        Assert.All(Enumerable.Range(0, 30), i => Assert.Contains($"for {Letters(i)} ", text, StringComparison.Ordinal));
        Assert.Contains("/layers.{0–23}/router/Softmax  its result weighs no values", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_says_task_precision_size_and_opsets_in_words()
    {
        var structure = Layers(1) with { Task = ModelTask.MaskedLanguageModel, Bytes = 139_320, VocabularyRows = 30_522 };
        var text = Piped(structure with { Opsets = structure.Opsets.Add("", 15).Add("ai.onnx.ml", 2) });

        Assert.Equal(
            ["model.onnx", "  task        masked language model", "  precision   fp32", "  size        136.1 KiB", "  opset       ai.onnx 15, ai.onnx.ml 2", "  tokenizer   none found", "  positions   not said", "  vocabulary  30,522 tokens"],
            Lines(text).Take(8));
    }

    // Names without numbers, so that no two share a row.
    private static string Letters(int i) => $"{(char)('a' + (i / 676))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i % 26))}.z";

    private static ModelStructure Layers(int count) => new()
    {
        Modules = [.. Enumerable.Range(0, count).Select(i => new AttentionModule { Kind = AttentionKind.Encoder, Layer = i, Heads = 12, KeyValueHeads = 12, Tensor = LongName.Replace("{0}", $"{i}", StringComparison.Ordinal) })],
        Inputs = [new("input_ids", ElementType.Int64, ["batch", "sequence"], InputRole.Tokens)],
        Precision = "fp32",
    };

    private static ModelStructure WithInputs(params string[] names) => new()
    {
        Modules = [],
        Inputs = [.. names.Select(n => new ModelInputInfo(n, ElementType.Int64, ["batch"], InputRole.User))],
        Refusals = [new("IZV3011", names[0], "its result weighs no values")],
        Precision = "fp32",
    };

    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.TrimEnd())];

    private static string Piped(ModelStructure structure, bool all = false)
    {
        using var output = new StringWriter();
        return Written(structure, new AnsiConsoleOutput(output), all);
    }

    private static string OnTerminal(ModelStructure structure, int width, bool all = false)
    {
        using var output = new StringWriter();
        return Written(structure, new Screen(output, width), all);
    }

    private static string Written(ModelStructure structure, IAnsiConsoleOutput output, bool all)
    {
        var console = TextConsole.On(output);
        console.Profile.Capabilities.Ansi = false;
        StructureTable.Write(new() { Path = "model.onnx", Graphs = [], Files = [] }, structure, new(console, all));
        return output.Writer.ToString()!;
    }

    private sealed record Screen(TextWriter Writer, int Width) : IAnsiConsoleOutput
    {
        public bool IsTerminal => true;

        public int Height => 24;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
