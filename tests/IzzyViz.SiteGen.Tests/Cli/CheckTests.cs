using IzzyViz.SiteGen.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class CheckTests
{
    private const string Right = "title: T\nmodels: [ { id: tiny, path: tiny } ]\ndatasets: [ { id: rows, path: rows.txt } ]\ngalleries: [ { } ]\n";

    [Fact]
    public async Task A_right_manifest_passes_without_data_on_stdout()
    {
        using var folder = Site(Right);
        var run = await Tool.RunAsync("check", folder["site.yml"]);

        Assert.Equal((ExitCode.Done, "", "1 model, 1 slice, 1 run: no errors, no warnings\n"), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public async Task A_folder_stands_for_its_manifest()
    {
        using var folder = Site(Right);
        Assert.Equal(ExitCode.Done, (await Tool.RunAsync("check", folder.Path)).Exit);
    }

    [Fact]
    public async Task Every_mistake_is_shown_with_its_line_and_a_caret()
    {
        using var folder = Site(Right.Replace("title: T", "titel: T", StringComparison.Ordinal).Replace("id: rows,", "id: rows, format: txt,", StringComparison.Ordinal));
        var run = await Tool.RunAsync("check", folder["site.yml"]);

        var file = folder["site.yml"];
        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Equal(
            $"""
            {file}(1,1): error IZV1020: Unknown key 'titel' in the manifest. Did you mean 'title'?
                1 | titel: T
                  | ^
            {file}(3,33): error IZV1024: 'txt' is no value of 'format'. Did you mean 'text'?
                3 | datasets: [ {"{"} id: rows, format: txt, path: rows.txt {"}"} ]
                  |                                 ^
            1 model, 1 slice, 1 run: 2 errors, 0 warnings

            """.ReplaceLineEndings("\n"),
            run.Error);
    }

    [Fact]
    public async Task Warnings_matter_under_strict()
    {
        using var folder = Site(Right.Replace("path: tiny }", "path: tiny }, { id: spare, path: tiny }", StringComparison.Ordinal)
            .Replace("galleries: [ { } ]", "galleries: [ { model: tiny } ]", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Done, (await Tool.RunAsync("check", folder["site.yml"])).Exit);
        Assert.Equal(ExitCode.Warnings, (await Tool.RunAsync("check", folder["site.yml"], "--strict")).Exit);
    }

    [Theory]
    [InlineData("quiet", 1, 0)]
    [InlineData("minimal", 1, 1)]
    [InlineData("n", 1, 1)]
    public async Task Verbosity_decides_what_is_said(string level, int errors, int warnings)
    {
        using var folder = Site(Right.Replace("[ { } ]", "[ { models: \"x*\", slices: rows } ]", StringComparison.Ordinal));
        var unused = Site(Right.Replace("path: tiny }", "path: tiny }, { id: spare, path: tiny }", StringComparison.Ordinal)
            .Replace("[ { } ]", "[ { model: tiny } ]", StringComparison.Ordinal));
        using (unused)
        {
            var wrong = await Tool.RunAsync("check", folder["site.yml"], "-v", level);
            var doubtful = await Tool.RunAsync("check", unused["site.yml"], "-v", level);
            Assert.Equal(errors, Count(wrong.Error, ": error IZV"));
            Assert.Equal(warnings, Count(doubtful.Error, ": warning IZV"));
        }
    }

    [Fact]
    public async Task A_missing_manifest_has_exit_code_3()
    {
        var run = await Tool.RunAsync("check", "nowhere/site.yml", "--log-format", "msbuild");
        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.StartsWith("nowhere/site.yml: error IZV1001: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_model_is_told_once_and_not_for_every_row()
    {
        using var folder = Site(Right);
        folder.Write("rows.txt", "The plot was not dull.\nThe film was good.\n");
        var tokenizer = folder["tiny/tokenizer.json"];
        File.WriteAllText(tokenizer, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
        var pointer = await Tool.RunAsync("check", folder.Path);
        File.Delete(tokenizer);
        File.Delete(folder["tiny/vocab.txt"]);
        var missing = await Tool.RunAsync("check", folder.Path);

        Assert.Equal((1, 1), (Count(pointer.Error, ": error IZV3003: "), Count(pointer.Error, ": error IZV")));
        Assert.Equal((1, 1), (Count(missing.Error, ": error IZV2502: "), Count(missing.Error, ": error IZV")));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static TempFolder Site(string yaml)
    {
        var folder = new TempFolder();
        folder.Write("site.yml", yaml);
        DemoModel.Copy("polarity", folder, "tiny");
        folder.Write("rows.txt", "The plot was not dull.\n");
        return folder;
    }
}
