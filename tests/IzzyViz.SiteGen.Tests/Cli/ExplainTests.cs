using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class ExplainTests
{
    [Theory]
    [InlineData("IZV1020")]
    [InlineData("izv1020")]
    [InlineData("1020")]
    public async Task The_entry_of_a_code_is_printed(string code)
    {
        var run = await Tool.RunAsync("explain", code);

        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.StartsWith("IZV1020\n\nError: `Unknown key '{0}' in {1}. {2}`\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("###", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_code_is_a_usage_error_with_the_nearest_one()
    {
        var run = await Tool.RunAsync("explain", "IZV10200");

        Assert.Equal((ExitCode.Usage, ""), (run.Exit, run.Output));
        Assert.Contains("Did you mean 'IZV1020'?", run.Error, StringComparison.Ordinal);
    }
}
