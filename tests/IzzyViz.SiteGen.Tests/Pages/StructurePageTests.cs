using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Pages;

/// <summary>The structure page holds what <c>inspect</c> prints.</summary>
public sealed class StructurePageTests
{
    [Fact]
    public void Heads_and_shared_heads_windows_and_how_each_is_obtained_stand_in_a_table()
    {
        var page = PageOf(s => s with
        {
            Modules = [.. Enumerable.Range(0, 4).Select(layer => new AttentionModule
            {
                Kind = AttentionKind.Decoder, Layer = layer, Heads = 4, KeyValueHeads = 2, Window = layer < 3 ? 128 : null, Mechanism = CaptureMechanism.Native, Tensor = $"/layers.{layer}/Softmax",
            })],
        });

        Assert.Equal(
            [["decoder.0–2", "4", "2", "128", "native", "/layers.{0–2}/Softmax"], ["decoder.3", "4", "2", "–", "native", "/layers.3/Softmax"]],
            RowsOf(page, "modules"));
        Assert.Contains("native: the fused operator's own score output", page.QuerySelector("[aria-labelledby=modules] ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_stand_with_what_feeds_them_and_those_to_be_given_are_named_in_the_lead()
    {
        var page = PageOf(s => s with
        {
            Inputs = [new("input_ids", ElementType.Int64, ["batch", "sequence"], InputRole.Tokens), new("noise", ElementType.Float32, ["batch", "8"], InputRole.User)],
        });

        Assert.Equal([["input_ids", "tokens", "int64", "batch x sequence"], ["noise", "user", "float32", "batch x 8"]], RowsOf(page, "inputs"));
        Assert.Contains("it takes 2 inputs, of which noise has to be given", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nodes_that_are_not_captured_stand_with_the_reason()
    {
        var page = PageOf(s => s with { Refusals = [.. Enumerable.Range(0, 3).Select(i => new Refusal("IZV3011", $"/layers.{i}/router/Softmax", "its result weighs no values"))] });

        Assert.Equal([["/layers.{0–2}/router/Softmax", "its result weighs no values", "IZV3011"]], RowsOf(page, "refused"));
        Assert.Contains("3 nodes look like attention and are not", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_facts_are_those_of_inspect_and_the_model_page_leads_here()
    {
        var files = FilesOf(s => s with { Task = ModelTask.CausalLanguageModel });
        var page = Parse(files["models/polarity/structure/index.html"]);

        string[] wanted = ["Task: causal language model", "Precision: fp32", "Opset: ai.onnx 17", "Tokenizer: tokenizer.json", "Positions: 64, the longest input", "Vocabulary: 1,000 tokens"];
        Assert.Equal([], wanted.Except(page.QuerySelectorAll("main > .facts div").Select(d => $"{d.QuerySelector("dt")!.TextContent}: {d.QuerySelector("dd")!.TextContent}")));
        Assert.Contains(Parse(files["models/polarity/index.html"]).QuerySelectorAll(".facts a"), a => a.GetAttribute("href") == "structure/index.html");
    }

    private static IHtmlDocument PageOf(Func<ModelStructure, ModelStructure> change) => Parse(FilesOf(change)["models/polarity/structure/index.html"]);

    private static Dictionary<string, byte[]> FilesOf(Func<ModelStructure, ModelStructure> change)
    {
        var content = SampleSite.Content;
        content = content with { Models = content.Models.SetItem(0, content.Models[0] with { Structure = change(content.Models[0].Structure) }) };
        return SampleSite.Assemble(content).Produce().ToDictionary(f => f.Path.Value, f => f.Content.ToArray(), StringComparer.Ordinal);
    }

    private static IHtmlDocument Parse(byte[] page) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));

    private static string[][] RowsOf(IHtmlDocument page, string section) =>
        [.. page.QuerySelectorAll($"[aria-labelledby={section}] tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray())];
}
