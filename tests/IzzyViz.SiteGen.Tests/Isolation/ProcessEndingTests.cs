using System.Diagnostics;
using IzzyViz.SiteGen.Isolation;

namespace IzzyViz.SiteGen.Tests.Isolation;

public sealed class ProcessEndingTests
{
    [Theory]
    [InlineData("kill -SEGV $$", "signal 11 (segmentation fault)", false)]
    [InlineData("kill -ABRT $$", "signal 6 (aborted)", false)]
    [InlineData("kill -KILL $$", "signal 9 (killed)", true)]
    [InlineData("exit 3", "exit code 3", false)]
    public async Task An_ending_is_told_by_what_the_system_says_of_it(string script, string words, bool isForMemory)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no signals");
        using var process = Process.Start("sh", ["-c", script]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var ending = new ProcessEnding(process.ExitCode);

        Assert.Equal((words, isForMemory), (ending.Words, ending.IsForMemory));
    }

    [Fact]
    public void A_code_of_another_system_is_named_too()
    {
        Assert.Equal("access violation", new ProcessEnding(unchecked((int)0xC0000005)).Words);
        Assert.Equal("exit code 0xC0000094", new ProcessEnding(unchecked((int)0xC0000094)).Words);
    }
}
