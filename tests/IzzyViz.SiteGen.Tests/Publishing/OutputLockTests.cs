using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.SiteGen.Tests.Cli;
using IzzyViz.SiteGen.Tests.Reviewing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Publishing;

public sealed class OutputLockTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_folder_has_one_holder_at_a_time()
    {
        using (OutputLock.Take(_folder["site"]))
        {
            var refused = Assert.Throws<DiagnosticException>(() => OutputLock.Take(_folder["site"]));
            Assert.Equal("IZV7007", refused.Diagnostic.Code);
        }

        using var again = OutputLock.Take(_folder["site"]);
    }

    [Fact]
    public void A_lock_that_a_lost_process_left_behind_holds_nobody_up()
    {
        Directory.CreateDirectory(_folder["site"]);
        _folder.Write($"site/{OutputLock.FileName}", "");

        using (OutputLock.Take(_folder["site"]))
        {
            Assert.True(File.Exists(_folder[$"site/{OutputLock.FileName}"]));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder["site"]));
    }

    [Fact]
    public void Nothing_is_left_of_a_folder_that_was_made_for_nothing()
    {
        OutputLock.Take(_folder["site"]).Dispose();
        Assert.False(Directory.Exists(_folder["site"]));
    }

    [Fact]
    public async Task A_build_into_a_folder_that_is_being_written_is_refused_and_changes_nothing()
    {
        using var project = new SmallProject();
        var site = await project.BuildAsync("site");
        var before = Directory.GetFiles(site, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        using (OutputLock.Take(site))
        {
            var run = await Tool.RunAsync("build", project["site.yml"], "--out", site, "--store", project.Store);

            Assert.Equal(ExitCode.OutputFailed, run.Exit);
            Assert.Contains("IZV7007", run.Error, StringComparison.Ordinal);
            Assert.Contains("--out", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, Directory.GetFiles(site, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        await project.BuildAsync("site");
    }

    public void Dispose() => _folder.Dispose();
}
