using System.Text.Json;
using System.Text.Json.Serialization;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>A link in a twin is its path from the root of the site.</summary>
internal sealed class SitePathJson : JsonConverter<SitePath>
{
    public override SitePath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, SitePath value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
