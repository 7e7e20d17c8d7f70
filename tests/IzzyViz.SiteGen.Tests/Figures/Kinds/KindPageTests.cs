using System.CommandLine;
using System.Text;
using IzzyViz.SiteGen.Cli.Drawing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Kinds;

/// <summary>The documents say of every kind what the tool says of it; <c>IZZYVIZ_ACCEPT=1</c> writes them.</summary>
public class KindPageTests
{
    public static TheoryData<string> Ids => [.. DrawKinds.All.Select(k => k.Text.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of_a_kind_says_what_the_tool_says(string id) =>
        Golden.Match(Page(DrawKinds.All.Single(k => k.Text.Id == id)), $"../../docs/figures/{id}.md", typeof(KindPageTests).Assembly);

    [Fact]
    public void The_page_of_figures_lists_every_kind_and_every_common_option()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "figures.md"));
        Assert.All(DrawKinds.All, k => Assert.Contains($"| [`{k.Text.Id}`](figures/{k.Text.Id}.md) | {k.Text.Data} | {k.Text.Question} |", page, StringComparison.Ordinal));
        Assert.All(DrawOptions.All, o => Assert.Contains(Row(o), page, StringComparison.Ordinal));
    }

    private static string Page(DrawKind kind)
    {
        var text = new StringBuilder();
        text.Append($"# {kind.Text.Title}\n\n**{kind.Text.Question}**\n\n    izzyviz-site draw {kind.Text.Id} DATA -o FIGURE.svg\n\nDrawn from {kind.Text.Data}.\n\n");
        text.Append($"## Reading it\n\n{kind.Text.Reading}\n\n## What it cannot show\n\n{kind.Text.Limits}\n\n");
        text.Append(kind.Text.Rule is null ? "" : $"## IzzyViz’s rule (`--profile izzyviz`)\n\n{kind.Text.Rule}\n\n");
        text.Append(kind.Text.Changes is null ? "" : $"## What is different by default\n\n{kind.Text.Changes}\n\n");
        text.Append("## Options\n\nBeside [those of all figures](../figures.md#from-arrays):\n\n| option | meaning |\n| --- | --- |\n");
        text.AppendJoin("", kind.Options.Select(o => Row(o) + "\n"));
        return text.ToString();
    }

    private static string Row(Option option)
    {
        var value = option.HelpName is { } name ? " " + name.Replace("|", "\\|", StringComparison.Ordinal) : "";
        return $"| `{option.Name}{value}` | {option.Description} |";
    }
}
