using System.Text.Json;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Cli.Drawing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class DrawTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_figure_and_its_numbers_are_written_and_nothing_is_on_stdout()
    {
        var (svg, data) = (Path.Combine(_folder.Path, "f.svg"), Path.Combine(_folder.Path, "f.json"));
        var run = await Tool.RunAsync("draw", "self-attention", Map(), "-o", svg, "--data", data, "--title", "Mine & yours", "--top", "1");
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Output));
        Assert.Contains("Mine &amp; yours", await File.ReadAllTextAsync(svg, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var panel = JsonDocument.Parse(await File.ReadAllBytesAsync(data, TestContext.Current.CancellationToken)).RootElement.GetProperty("panels")[0];
        Assert.Equal("[[1,1]]", panel.GetProperty("top_cells").GetRawText());
        Assert.Equal("Mine & yours", panel.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Every_kind_is_listed_with_its_question_and_helps_with_its_options()
    {
        var list = await Tool.RunAsync("draw", "--list");
        Assert.Equal(DrawKinds.All.Select(k => k.Text.Id), list.Output.TrimEnd().Split('\n').Select(l => l.Split(' ')[0]));
        foreach (var kind in DrawKinds.All)
        {
            var help = await Tool.RunAsync("draw", kind.Text.Id, "--help");
            Assert.All(kind.Options.Concat(DrawOptions.All), o => Assert.Contains(o.Name, help.Output, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_option_of_every_kind_can_be_given()
    {
        var map = Map();
        var pair = _folder.Write("pair.json", """{"matrices":[[[0.5,0.5],[0.2,0.8]],[[0.4,0.6],[0.1,0.9]]]}""");
        foreach (var line in new[]
        {
            "self-attention 1 --top 2 --enlarge 2.5 --no-scores --region 0,0,1,1 --region 0,0,0,0 --regions auto --label-interval 5 --no-top-labels --long-threshold 1 --gamma 0.5 --merge-words --hide-special --annotated",
            "cross-attention 1 --use-case generated_to_source --source-end 1",
            "question-context 1 --question-end 1 --top 1 --enlarge 2",
            "comparison 2 --signed --circle-scale 0.5 --max-circle-ratio 0.4 --base none",
            "stability 2 --error sd --white-center --contrast 1 --max-circle-ratio 0.3",
            "target-rings 2 --error sem --background off",
            "half-pies 2 --error sem --background off",
            "evolution 2 --scale cell",
            "regions 1 --finder exhaustive --count 2 --threshold 0.8 --min-distance 1 --merge-threshold 0.5 --proximity 1 --steps 2 --label-regions",
        })
        {
            var words = line.Split(' ');
            foreach (var profile in new[] { "default", "izzyviz" })
            {
                var run = await Tool.RunAsync(["draw", words[0], words[1] == "1" ? map : pair, .. words[2..], "-o", Path.Combine(_folder.Path, "x.svg"), "--x-label", "x", "--y-label", "y", "--profile", profile]);
                Assert.True(run.Exit == ExitCode.Done, line + run.Error);
            }
        }
    }

    [Theory]
    [InlineData(2, "draw")]
    [InlineData(2, "draw", "self-atention", "DATA", "-o", "OUT.svg")]
    [InlineData(2, "draw", "self-attention", "DATA")]
    [InlineData(2, "draw", "self-attention", "DATA", "-o", "OUT.tiff")]
    [InlineData(2, "draw", "self-attention", "DATA", "-o", "OUT.svg", "--top", "-1")]
    [InlineData(2, "draw", "self-attention", "DATA", "-o", "OUT.svg", "--region", "1,2,3")]
    [InlineData(2, "draw", "question-context", "DATA", "-o", "OUT.svg")]
    [InlineData(2, "draw", "stability", "DATA", "-o", "OUT.svg", "--error", "range")]
    [InlineData(3, "draw", "self-attention", "none.json", "-o", "OUT.svg")]
    [InlineData(3, "draw", "comparison", "DATA", "-o", "OUT.svg")]
    [InlineData(3, "draw", "self-attention", "DATA", "-o", "OUT.svg", "--region", "0,0,2,2")]
    [InlineData(3, "draw", "question-context", "DATA", "-o", "OUT.svg", "--question-end", "2")]
    [InlineData(8, "draw", "self-attention", "DATA", "-o", "none/OUT.svg")]
    public async Task The_exit_code_says_whose_fault_it_is(int expected, params string[] arguments)
    {
        var map = Map();
        var run = await Tool.RunAsync([.. arguments.Select(a => a == "DATA" ? map : a.Contains("OUT", StringComparison.Ordinal) || a == "none.json" ? Path.Combine(_folder.Path, a) : a)]);
        Assert.Equal(expected, (int)run.Exit);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task A_misspelt_kind_is_answered_with_the_nearest()
    {
        var run = await Tool.RunAsync("draw", "stabilty", Map(), "-o", "x.svg");
        Assert.Contains("There is no kind 'stabilty'. Did you mean 'stability'?", run.Error, StringComparison.Ordinal);
    }

    private string Map() => _folder.Write("map.json", """{"tokens":["a","b"],"matrix":[[0.75,0.25],[0.125,0.875]]}""");
}
