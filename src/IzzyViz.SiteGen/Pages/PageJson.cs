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
    private static readonly PageJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new QuantityConverter(), new SitePathConverter() },
    });

    public static byte[] Write(PageModel page) => JsonSerializer.SerializeToUtf8Bytes(page, page.GetType(), Context);

    /// <summary>JSON has no NaN: an absent value is null.</summary>
    private sealed class QuantityConverter : JsonConverter<Quantity>
    {
        public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value.Value))
            {
                writer.WriteNumberValue(value.Value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    private sealed class SitePathConverter : JsonConverter<SitePath>
    {
        public override SitePath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SitePath value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

[JsonSerializable(typeof(HomePage))]
[JsonSerializable(typeof(ModelListPage))]
[JsonSerializable(typeof(ModelPage))]
[JsonSerializable(typeof(ModulePage))]
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
