using System.Globalization;
using System.Text;
using CsCheck;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Manifests;

public sealed class HostileManifestTests
{
    // A multiple by hand finds what a build server has no time for: IZZYVIZ_FUZZ=1000.
    private static readonly int Iterations = 2_000 * int.Parse(Environment.GetEnvironmentVariable("IZZYVIZ_FUZZ") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public void An_alias_bomb_is_refused_at_its_first_anchor()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefgh".Select(c => $"{c}: &{c} [*{(char)(c - 1)},*{(char)(c - 1)}]\n"));
        Assert.Equal("(1,4) error IZV1009: Anchors and aliases ('&a') are not read in a manifest. Write the value out.\n", Diagnose(bomb));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_is_refused(string open) =>
        Assert.Contains("error IZV1011: Values are nested deeper than 32 levels.", Diagnose(string.Concat(Enumerable.Repeat(open, 20_000))), StringComparison.Ordinal);

    [Fact]
    public void Too_many_values_are_refused() =>
        Assert.Contains("error IZV1012: The manifest has more than 100000 values.", Diagnose("[" + string.Concat(Enumerable.Repeat("1,", 100_001)) + "1]"), StringComparison.Ordinal);

    [Fact]
    public void A_file_over_a_megabyte_is_refused_before_it_is_read()
    {
        using var folder = new TempFolder();
        Assert.Equal("(0,0) error IZV1004: The manifest has 1000001 bytes; at most 1000000 are read.\n", DiagnoseFile(folder.Write("site.yml", new string('#', 1_000_001))));
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused_with_the_byte()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["site.yml"], [.. Encoding.UTF8.Preamble, (byte)'a', 0xE9, (byte)'b']);
        Assert.Equal("(0,0) error IZV1003: The manifest is not UTF-8: byte 4 cannot be read. Save the file as UTF-8.\n", DiagnoseFile(folder["site.yml"]));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.StartsWith("(0,0) error IZV1001: There is no manifest 'nowhere/site.yml'.", DiagnoseFile("nowhere/site.yml"), StringComparison.Ordinal);

    [Fact]
    public void Any_text_gives_findings_and_never_an_exception() =>
        Gen.OneOf(Gen.String, Gen.String["[]{}:-,&*!|>'\"#%@` \n\tabc01"], Mutations()).Sample(text =>
        {
            var bag = new DiagnosticBag();
            var manifest = ManifestReader.Read(text, "site.yml", bag);
            Assert.True(manifest is not null || bag.HasErrors);
        }, iter: Iterations);

    private static Gen<string> Mutations()
    {
        var text = ManifestCases.ReadRight("everything");
        return Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 40], Gen.String["[]{}:-,&*!~'\"# \n\t01a"])
            .Select((at, length, put) => text[..at] + put + text[Math.Min(text.Length, at + length)..]);
    }

    private static string Diagnose(string text)
    {
        var bag = new DiagnosticBag();
        ManifestReader.Read(text, "site.yml", bag);
        return Diagnosis.Of(bag);
    }

    private static string DiagnoseFile(string path)
    {
        var bag = new DiagnosticBag();
        Assert.Null(ManifestFile.Read(path, bag));
        return Diagnosis.Of(bag);
    }
}
