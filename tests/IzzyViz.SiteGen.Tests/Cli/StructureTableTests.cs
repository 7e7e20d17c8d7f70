using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.SiteGen.Cli.Inspecting;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary>The table of <c>inspect</c> over names that a stranger chose.</summary>
public sealed class StructureTableTests
{
    [Fact]
    public void Names_cannot_clear_the_screen_forge_a_line_or_be_taken_for_markup()
    {
        var text = Written(Structure("\u001b[2J[red]x[/]\nerror: forged"));

        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("[2J[red]x[/] error: forged", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_a_megabyte_is_cut()
    {
        var text = Written(Structure(new string('n', 1 << 20)));

        Assert.InRange(text.Count(c => c == 'n'), 1, 2000);
        Assert.Contains("…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_very_many_inputs_the_first_are_listed_and_the_rest_are_counted()
    {
        var text = Written(Structure([.. Enumerable.Range(0, 10_000).Select(i => $"in{i}.")]));

        Assert.Contains("in399.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("in400.", text, StringComparison.Ordinal);
        Assert.Contains("and 9600 more inputs", text, StringComparison.Ordinal);
    }

    private static ModelStructure Structure(params string[] names) => new()
    {
        Modules = [],
        Inputs = [.. names.Select(n => new ModelInputInfo(n, ElementType.Int64, ["batch"], InputRole.User))],
        Refusals = [new("IZV3011", names[0], "its result weighs no values")],
        Precision = "fp32",
    };

    private static string Written(ModelStructure structure)
    {
        using var output = new StringWriter();
        StructureTable.Write(new() { Path = "model.onnx", Graphs = [], Files = [] }, structure, output);
        return output.ToString();
    }
}
