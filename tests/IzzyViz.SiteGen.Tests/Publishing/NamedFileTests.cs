using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Publishing;

public sealed class NamedFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_file_takes_its_name_when_it_is_whole()
    {
        File.WriteAllText(_folder["a.txt"], "before");
        using (var file = new NamedFile(_folder["a.txt"]))
        {
            File.WriteAllText(file.Partial, "behind");
            Assert.Equal("before", File.ReadAllText(_folder["a.txt"]));
            file.Finish();
        }

        Assert.Equal("behind", File.ReadAllText(_folder["a.txt"]));
        Assert.Equal([_folder["a.txt"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_is_not_finished_does_not_stay()
    {
        using (var file = new NamedFile(_folder["a.txt"]))
        {
            File.WriteAllText(file.Partial, "half");
        }

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    /// <summary>As a device is: whoever has it open reads what was written.</summary>
    [Fact]
    public void What_has_no_length_is_written_into_and_not_replaced()
    {
        using var open = new FileStream(_folder["empty"], FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);

        NamedFile.Write(_folder["empty"], partial => File.WriteAllText(partial, "content"));

        Assert.Equal("content", new StreamReader(open).ReadToEnd());
    }

    [Theory]
    [InlineData("", "it is a folder")]
    [InlineData("none/a.txt", "there is no folder")]
    public void A_place_that_cannot_be_a_file_is_told_before_any_work(string path, string why)
    {
        var refused = Assert.Throws<DiagnosticException>(() => new NamedFile(Path.Combine(_folder.Path, path)));

        Assert.Equal("IZV7006", refused.Diagnostic.Code);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_lets_nothing_be_made_is_told_where_it_is_opened()
    {
        Directory.CreateDirectory(_folder["gone"]);
        using var file = new NamedFile(Path.Combine(_folder["gone"], "a.txt"));
        Directory.Delete(_folder["gone"]);

        Assert.Equal("IZV7006", Assert.Throws<DiagnosticException>(file.Create).Diagnostic.Code);
    }

    public void Dispose() => _folder.Dispose();
}
