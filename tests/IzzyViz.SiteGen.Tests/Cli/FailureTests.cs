using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class FailureTests
{
    public static TheoryData<Exception, string, int> Cases => new()
    {
        { Known("IZV1001"), "IZV1001", (int)ExitCode.InvalidInput },
        { Known("IZV6001"), "IZV6001", (int)ExitCode.InvalidInput },
        { Known("IZV7101"), "IZV7101", (int)ExitCode.OutputFailed },
        { Known("IZV8001"), "IZV8001", (int)ExitCode.InvalidInput },
        { Known("IZV9101"), "IZV9101", (int)ExitCode.Unreachable },
        { new InsufficientMemoryException(), "IZV9004", (int)ExitCode.OutputFailed },
        { new UnauthorizedAccessException("x"), "IZV9003", (int)ExitCode.OutputFailed },
        { new IOException("No space left on device", 28), "IZV9002", (int)ExitCode.OutputFailed },
        { new IOException("disk full", unchecked((int)0x80070070)), "IZV9002", (int)ExitCode.OutputFailed },
        { new IOException("Read-only file system", 30), "IZV9003", (int)ExitCode.OutputFailed },
        { new IOException("something else", 5), "IZV9001", (int)ExitCode.Fault },
        { new InvalidOperationException("x"), "IZV9001", (int)ExitCode.Fault },
        { new AggregateException(new InsufficientMemoryException()), "IZV9004", (int)ExitCode.OutputFailed },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void What_stops_the_tool_has_a_code_and_an_exit_code(Exception exception, string code, int exit)
    {
        var diagnostic = Failures.Describe(exception);
        Assert.Equal((code, exit), (diagnostic.Code, (int)ExitCodes.Of(diagnostic)));
    }

    [Fact]
    public void The_first_error_decides_and_warnings_only_under_strict()
    {
        var bag = new DiagnosticBag();
        Assert.Equal(ExitCode.Done, ExitCodes.Of(bag, strict: true));

        bag.Add(new DiagnosticDescriptor("IZV2001", Severity.Warning, "w").At("f"));
        Assert.Equal((ExitCode.Done, ExitCode.Warnings), (ExitCodes.Of(bag), ExitCodes.Of(bag, strict: true)));

        bag.Add(new DiagnosticDescriptor("IZV7001", Severity.Error, "e").At("f"));
        Assert.Equal(ExitCode.OutputFailed, ExitCodes.Of(bag, strict: true));
    }

    private static DiagnosticException Known(string code) => new(new DiagnosticDescriptor(code, Severity.Error, "x").At("f"));
}
