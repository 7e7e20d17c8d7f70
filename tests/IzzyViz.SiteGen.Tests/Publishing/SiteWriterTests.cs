using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Publishing;

public sealed class SiteWriterTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly DiagnosticBag _bag = new();

    private string Out => _temp["site"];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void The_first_build_writes_everything()
    {
        var changes = Write(("index.html", "home"), ("a/index.html", "a"));
        Assert.Equal(["a/index.html", "index.html"], changes!.Added.Select(p => p.Value).Order(StringComparer.Ordinal));
        Assert.Equal("a", Read("a/index.html"));
    }

    [Fact]
    public void A_second_build_touches_only_what_changed()
    {
        Write(("index.html", "home"), ("a/index.html", "a"));
        var old = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(Out, "index.html"), old);
        var changes = Write(("index.html", "home"), ("a/index.html", "other"));
        Assert.Equal(old, File.GetLastWriteTimeUtc(Path.Combine(Out, "index.html")));
        Assert.Equal(["a/index.html"], changes!.Changed.Select(p => p.Value));
        Assert.Equal(1, changes.Unchanged);
    }

    [Fact]
    public void What_no_longer_belongs_is_removed_with_its_folder_and_files_of_others_stay()
    {
        Write(("index.html", "home"), ("a/b/index.html", "b"));
        File.WriteAllText(Path.Combine(Out, "CNAME"), "example.org");
        var changes = Write(("index.html", "home"));
        Assert.Equal(["a/b/index.html"], changes!.Removed.Select(p => p.Value));
        Assert.False(Directory.Exists(Path.Combine(Out, "a")));
        Assert.Equal("example.org", Read("CNAME"));
    }

    [Fact]
    public void A_file_that_somebody_edited_is_kept_when_it_no_longer_belongs()
    {
        Write(("index.html", "home"), ("a.txt", "ours"));
        File.WriteAllText(Path.Combine(Out, "a.txt"), "theirs");
        Write(("index.html", "home"));
        Assert.Equal("theirs", Read("a.txt"));
        Assert.Equal(["IZV7005"], _bag.Items.Select(d => d.Code));
    }

    [Fact]
    public void A_folder_of_somebody_else_is_refused_untouched()
    {
        _temp.Write("site/thesis.tex", "years of work");
        var error = Assert.Throws<DiagnosticException>(() => Write(("index.html", "home")));
        Assert.Equal("IZV7001", error.Diagnostic.Code);
        Assert.Equal(["thesis.tex"], Names());
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("models")]
    public void A_name_that_a_file_of_somebody_else_has_is_refused(string name)
    {
        Write(("readme.txt", "hello"));
        _temp.Write($"site/{name}", "theirs");
        Assert.Null(Write(("index.html", "home"), ("models/index.html", "models")));
        Assert.Equal(["IZV7003"], _bag.Items.Select(d => d.Code));
        Assert.Equal("theirs", Read(name));
        Assert.Equal("hello", Read("readme.txt"));
    }

    [Fact]
    public void A_broken_link_leaves_the_old_site_whole()
    {
        Write(("index.html", "home"));
        var before = Snapshot();
        Assert.Null(Write(("index.html", "<a href=\"gone.html\">gone</a>"), ("new.html", "new")));
        Assert.Equal(["IZV6020"], _bag.Items.Select(d => d.Code));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void A_build_that_dies_while_pages_are_made_leaves_the_old_site_whole()
    {
        Write(("index.html", "home"), ("a.html", "a"));
        var before = Snapshot();
        var site = SiteOf(("a.html", "other"));
        site.Add(new SitePart(SitePath.Of("index.html"), () => throw new InvalidOperationException("a fault")));
        Assert.Throws<InvalidOperationException>(() => SiteWriter.Write(site, Out, _bag, TestContext.Current.CancellationToken));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void A_build_that_is_cancelled_leaves_the_old_site_whole()
    {
        Write(("index.html", "home"));
        var before = Snapshot();
        using var source = new CancellationTokenSource();
        var site = SiteOf(("index.html", "other"));
        site.Add(new SitePart(SitePath.Of("z.html"), () =>
        {
            source.Cancel();
            return [SiteFile.Text(SitePath.Of("z.html"), "z")];
        }));
        Assert.Throws<OperationCanceledException>(() => SiteWriter.Write(site, Out, _bag, source.Token));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void A_switch_cut_short_is_finished_by_the_next_build()
    {
        Write(("index.html", "old"), ("a.html", "old a"), ("gone.html", "gone"));

        // As a power cut leaves it: everything staged, one file moved, the list says so.
        var staged = new WrittenFiles
        {
            IsSwitching = true,
            Files = WrittenFiles.Read(Out)!.Files.SetItem("index.html", Hash("new")).SetItem("a.html", Hash("new a")),
        };
        staged.Write(Out);
        File.WriteAllText(Path.Combine(Out, "index.html"), "new");
        _temp.Write("site/.izzyviz-staging/a.html", "new a");

        var changes = Write(("index.html", "new"), ("a.html", "new a"));
        Assert.Equal(2, changes!.Unchanged);
        Assert.Equal(["gone.html"], changes.Removed.Select(p => p.Value));
        Assert.Equal([".izzyviz-site.json", "a.html", "index.html"], Names());
    }

    [Fact]
    public void A_list_that_cannot_be_read_stops_the_build()
    {
        Write(("index.html", "home"));
        File.WriteAllText(Path.Combine(Out, WrittenFiles.FileName), "{ \"version\": 1, \"files\": { \"../../etc/passwd\": \"\" } }");
        var error = Assert.Throws<DiagnosticException>(() => Write(("index.html", "other")));
        Assert.Equal("IZV7004", error.Diagnostic.Code);
        Assert.Equal("home", Read("index.html"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_finding()
    {
        _temp.Write("site", "a file where the folder should be");
        var error = Assert.Throws<DiagnosticException>(() => Write(("index.html", "home")));
        Assert.Equal("IZV7002", error.Diagnostic.Code);
    }

    [Fact]
    public void Two_pages_with_one_address_are_reported()
    {
        var site = SiteOf(("a.html", "a"));
        site.Add(new SitePart(SitePath.Of("b.html"), () => [SiteFile.Text(SitePath.Of("b.html"), "b"), SiteFile.Text(SitePath.Of("a.html"), "again")]));
        Assert.Null(SiteWriter.Write(site, Out, _bag, TestContext.Current.CancellationToken));
        Assert.Equal(["IZV6022"], _bag.Items.Select(d => d.Code));
    }

    private static Site SiteOf(params (string Path, string Text)[] files)
    {
        var site = new Site();
        foreach (var (path, text) in files)
        {
            site.Add(SiteFile.Text(SitePath.Of(path), text));
        }

        return site;
    }

    private static string Hash(string text) => WrittenFiles.Hash(System.Text.Encoding.UTF8.GetBytes(text));

    private SiteChanges? Write(params (string Path, string Text)[] files) => SiteWriter.Write(SiteOf(files), Out, _bag, TestContext.Current.CancellationToken);

    private string Read(string name) => File.ReadAllText(Path.Combine(Out, name));

    private string[] Names() => [.. Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Out, f)).Order(StringComparer.Ordinal)];

    private string[] Snapshot() => [.. Names().Select(n => $"{n}: {Read(n)}")];
}
