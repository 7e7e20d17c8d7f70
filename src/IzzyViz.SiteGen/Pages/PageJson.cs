using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Examples;
using IzzyViz.SiteGen.Pages.Heads;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Slices;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages;

/// <summary>Writes a page's machine-readable twin: the same model, numbers as numbers, links as paths from the root of the site.</summary>
internal static class PageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(PageModel page)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            JsonSerializer.Serialize(json, page, PageJsonContext.Default.GetTypeInfo(page.GetType())!);
        }

        return bytes.WrittenSpan.ToArray();
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HomePage))]
[JsonSerializable(typeof(ModelListPage))]
[JsonSerializable(typeof(ModelPage))]
[JsonSerializable(typeof(ModulePage))]
[JsonSerializable(typeof(StructurePage))]
[JsonSerializable(typeof(HeadPage))]
[JsonSerializable(typeof(SliceListPage))]
[JsonSerializable(typeof(SlicePage))]
[JsonSerializable(typeof(ExamplePage))]
[JsonSerializable(typeof(DefinitionListPage))]
[JsonSerializable(typeof(DefinitionPage))]
[JsonSerializable(typeof(DocumentPage))]
[JsonSerializable(typeof(DocumentListPage))]
[JsonSerializable(typeof(ProvenancePage))]
[JsonSerializable(typeof(ReviewPage))]
[JsonSerializable(typeof(FamilyPage))]
[JsonSerializable(typeof(ComparisonListPage))]
[JsonSerializable(typeof(ModelComparisonPage))]
[JsonSerializable(typeof(HeadComparisonPage))]
[JsonSerializable(typeof(LayerComparisonPage))]
[JsonSerializable(typeof(CheckpointPage))]
[JsonSerializable(typeof(RepeatPage))]
internal sealed partial class PageJsonContext : JsonSerializerContext;
