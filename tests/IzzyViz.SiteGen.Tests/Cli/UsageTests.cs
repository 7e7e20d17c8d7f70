using System.Text.Json;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("chekc")]
    [InlineData("check", "--no-such-option")]
    [InlineData("check", "a.yml", "b.yml")]
    [InlineData("check", "-v", "loud")]
    [InlineData("check", "--log-format", "xml")]
    [InlineData("explain")]
    [InlineData("capture", "m.onnx", "-o", "a.safetensors", "--text", "a", "--text", "b")]
    [InlineData("capture", "m.onnx", "-o", "a.safetensors", "--inputs", "a", "--inputs", "b")]
    [InlineData("capture", "m.onnx", "-o", "a.safetensors", "--text", "a", "--generate", "some")]
    [InlineData("capture", "m.onnx", "--text", "a", "--text", "-o", "a.safetensors")]
    [InlineData("capture", "m.onnx", "-o", "a.safetensors", "--text", "a", "--inputs", "b")]
    [InlineData("capture", "m.onnx", "-o", "a.safetensors", "--text", "a", "--isolate", "--no-isolate")]
    [InlineData("tokens", "m", "text", "--max-length", "some")]
    [InlineData("draw", "heatmap", "a.safetensors", "-o", "a.svg", "-o", "b.svg")]
    public async Task A_wrong_command_line_is_explained_on_stderr_with_exit_code_2(params string[] arguments)
    {
        var run = await Tool.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Equal("", run.Output);
        Assert.Contains("--help' says what can be given.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_command_line_is_explained_in_the_format_that_was_asked_for()
    {
        var run = await Tool.RunAsync("--log-format", "json", "check", "--stict");

        Assert.StartsWith("""{"message":"Unknown option \u0027--stict\u0027.""", run.Error, StringComparison.Ordinal);
        Assert.All(run.Error.Trim().Split('\n'), line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task No_verb_is_a_usage_error() => Assert.Equal(ExitCode.Usage, (await Tool.RunAsync()).Exit);

    [Theory]
    [InlineData("There is no verb 'chekc'. Did you mean 'check'?\n", "chekc")]
    [InlineData("Unknown option '--stict'. Did you mean '--strict'?\n", "check", "--stict")]
    public async Task A_misspelt_word_gets_the_nearest_one(string message, params string[] arguments) =>
        Assert.StartsWith(message, (await Tool.RunAsync(arguments)).Error, StringComparison.Ordinal);

    [Fact]
    public async Task After_two_dashes_anything_is_a_value() =>
        Assert.Equal(ExitCode.InvalidInput, (await Tool.RunAsync("check", "--", "--strict")).Exit);

    [Fact]
    public async Task Help_is_data()
    {
        var run = await Tool.RunAsync("--help");

        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        foreach (var verb in new[] { "init", "check", "plan", "explain", "--verbosity", "--log-format" })
        {
            Assert.Contains(verb, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_level_names_the_right_ones() =>
        Assert.StartsWith("'loud' is none of: quiet, minimal, normal, detailed.\n", (await Tool.RunAsync("check", "-v", "loud")).Error, StringComparison.Ordinal);
}
