using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Manifests;

public sealed class ManifestReaderTests
{
    public static TheoryData<string> Wrong => ManifestCases.Wrong;

    public static TheoryData<string> Right => ManifestCases.Right;

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_manifest_says_everything_that_is_wrong_and_where(string name)
    {
        var bag = new DiagnosticBag();
        ManifestReader.Read(ManifestCases.ReadWrong(name), "site.yml", bag);

        Assert.True(bag.HasErrors);
        Golden.Match(Diagnosis.Of(bag), $"Manifests/Cases/{name}.expected.txt");
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void A_right_manifest_is_read_without_a_word(string name)
    {
        var bag = new DiagnosticBag();
        Assert.NotNull(ManifestReader.Read(ManifestCases.ReadRight(name), "site.yml", bag));
        Assert.Equal("", Diagnosis.Of(bag));
    }

    [Fact]
    public void Every_value_arrives_with_its_position()
    {
        var manifest = Read("everything");

        Assert.Equal(new Located<string>("Attention gallery", new SourceLocation("site.yml", 2, 8)), manifest.Title);
        Assert.Equal(new Located<string>("onnx/model.onnx", new SourceLocation("site.yml", 13, 11)), manifest.Models[0].File);
        Assert.Equal(new Located<double>(0.25, new SourceLocation("site.yml", 16, 36)), manifest.Models[0].Feed["scale"]);
        Assert.Equal(new Located<RowRange>(new RowRange(200, null), new SourceLocation("site.yml", 43, 16)), manifest.Datasets[0].Slices[1].Range);
        Assert.Equal(new SourceLocation("site.yml", 73, 7), manifest.Gates[0].At);
        Assert.Equal(new Located<string>("tiny-bert/enc.L1H0", new SourceLocation("site.yml", 64, 29)), manifest.Comparisons[1].Heads!.Value[1]);
    }

    [Fact]
    public void Values_become_what_they_mean()
    {
        var manifest = Read("everything");

        Assert.Equal(500_000_000, manifest.StoreLimit.Value);
        Assert.Equal(Publication.Public, manifest.Publish.Value);
        Assert.Equal(DatasetFormat.JsonLines, manifest.Datasets[0].Format!.Value);
        Assert.Equal(new ColumnMap { Id = "id", Text = "sentence", Label = "label", Tags = "tags" }, manifest.Datasets[0].Columns);
        Assert.Equal(["negation", "no"], manifest.Datasets[0].Slices[0].Where["tags"]);
        Assert.Equal(["5"], manifest.Datasets[0].Slices[0].Where["stars"]);
        Assert.Equal("seed", manifest.Models[3].Repeats!.Label.Value);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var manifest = Read("smallest");

        Assert.Equal(2L << 30, manifest.StoreLimit.Value);
        Assert.Equal(Publication.Private, manifest.Publish.Value);
        Assert.Equal(8, manifest.Galleries[0].Examples.Value);
        Assert.Equal(["table-lens", "all-heads"], manifest.Galleries[0].Figures.Value.Select(f => f.Value));
        Assert.Equal(Privacy.Shown, manifest.Datasets[0].Privacy.Value);
    }

    [Theory]
    [InlineData("1 kB", 1_000)]
    [InlineData("1KiB", 1_024)]
    [InlineData("1.5 MB", 1_500_000)]
    [InlineData("0.5 GiB", 536_870_912)]
    [InlineData("2 TiB", 2_199_023_255_552)]
    public void Sizes_are_read_in_decimal_and_binary_units(string text, long bytes)
    {
        var manifest = ManifestReader.Read(ManifestCases.ReadRight("smallest") + $"store: {{ limit: {text} }}\n", "site.yml", new DiagnosticBag())!;
        Assert.Equal(bytes, manifest.StoreLimit.Value);
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not_matter()
    {
        using var folder = new TempFolder();
        var text = "\uFEFF" + ManifestCases.ReadRight("everything").ReplaceLineEndings("\r\n");
        var bag = new DiagnosticBag();
        var manifest = ManifestFile.Read(folder.Write("site.yml", text), bag)!;

        Assert.Empty(bag.Items);
        Assert.Equal((2, 8), (manifest.Title!.At.Line, manifest.Title.At.Column));
    }

    private static SiteManifest Read(string name) => ManifestReader.Read(ManifestCases.ReadRight(name), "site.yml", new DiagnosticBag())!;
}
