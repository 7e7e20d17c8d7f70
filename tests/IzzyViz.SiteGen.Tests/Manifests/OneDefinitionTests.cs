using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;
using IzzyViz.Testing;
using Json.Schema;

namespace IzzyViz.SiteGen.Tests.Manifests;

/// <summary>The schema, the reference page and the reader agree.</summary>
public sealed class OneDefinitionTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(ManifestSchema.Write());

    public static TheoryData<string> Wrong => ManifestCases.Wrong;

    public static TheoryData<string> Right => ManifestCases.Right;

    [Fact]
    public void The_committed_schema_is_the_definition() => Golden.Match(ManifestSchema.Write(), "../../schemas/site.schema.json");

    [Fact]
    public void The_committed_reference_is_the_definition() => Golden.Match(ManifestReference.Write(), "../../docs/manifest.md");

    [Fact]
    public void The_example_of_the_reference_is_right()
    {
        var example = ManifestReference.Write().Split("```yaml\n")[1].Split("```")[0];
        Assert.True(IsAccepted(example) && IsValid(example));
    }

    [Fact]
    public void The_schema_is_a_valid_draft_07_schema()
    {
        using var schema = JsonDocument.Parse(ManifestSchema.Write());
        Assert.True(MetaSchemas.Draft7.Evaluate(schema.RootElement).IsValid);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void The_schema_accepts_what_the_reader_accepts(string name) => Assert.True(IsValid(ManifestCases.ReadRight(name)));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void The_schema_refuses_what_the_reader_refuses_where_a_schema_can(string name)
    {
        var text = ManifestCases.ReadWrong(name);
        var isSilent = text.StartsWith("# schema: silent", StringComparison.Ordinal);
        if (YamlAsJson.IsReadable(text))
        {
            Assert.Equal(isSilent, IsValid(text));
        }
    }

    [Fact]
    public void A_manifest_with_any_one_key_removed_is_judged_alike()
    {
        var lines = ManifestCases.ReadRight("everything").Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            var text = string.Join('\n', lines.Where((_, line) => line != i));
            if (YamlAsJson.IsReadable(text))
            {
                Assert.True(IsAccepted(text) == IsValid(text), $"without line {i + 1}: {lines[i]}");
            }
        }
    }

    private static bool IsAccepted(string text)
    {
        var bag = new DiagnosticBag();
        ManifestReader.Read(text, "site.yml", bag);
        return !bag.HasErrors;
    }

    private static bool IsValid(string text)
    {
        using var json = JsonDocument.Parse(YamlAsJson.Convert(text)?.ToJsonString() ?? "null");
        return Schema.Evaluate(json.RootElement).IsValid;
    }
}
