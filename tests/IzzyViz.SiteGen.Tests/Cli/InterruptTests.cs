using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class InterruptTests
{
    [Fact]
    public async Task Interrupted_work_ends_with_130_and_no_stack()
    {
        var run = await ThrowAsync(new OperationCanceledException());
        Assert.Equal((ExitCode.Interrupted, "Interrupted.\n"), (run.Exit, run.Error));
    }

    [Fact]
    public async Task A_finding_that_stops_the_work_is_reported_like_any_other()
    {
        var finding = new DiagnosticDescriptor("IZV3999", Severity.Error, "No good.").At(new SourceLocation("model.onnx"));
        var run = await ThrowAsync(new DiagnosticException(finding));
        Assert.Equal((ExitCode.InvalidInput, "model.onnx: error IZV3999: No good.\n"), (run.Exit, run.Error));
    }

    [Fact]
    public async Task A_fault_of_ours_shows_its_stack_only_when_details_were_asked_for()
    {
        var fault = new InvalidOperationException("Broken invariant.");
        var brief = await ThrowAsync(fault);
        var detailed = await ThrowAsync(fault, "-v", "d");

        Assert.Equal(ExitCode.Fault, brief.Exit);
        Assert.StartsWith("error IZV9001: A fault of the tool: InvalidOperationException: Broken invariant.", brief.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", brief.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", detailed.Error, StringComparison.Ordinal);
    }

    private static async Task<ToolRun> ThrowAsync(Exception exception, params string[] options)
    {
        var command = new Command("fail");
        command.SetAction(async (_, _) =>
        {
            await Task.Yield();
            throw exception;
        });
        var root = Verbs.CreateRoot();
        root.Add(command);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await Verbs.RunAsync(root, ["fail", .. options], output, error);
        return new ToolRun(exit, output.ToString(), error.ToString().ReplaceLineEndings("\n"));
    }
}
