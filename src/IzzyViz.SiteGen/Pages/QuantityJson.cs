using System.Text.Json;
using System.Text.Json.Serialization;

namespace IzzyViz.SiteGen.Pages;

/// <summary>A quantity in a twin is its number. JSON has no NaN: an absent value is null.</summary>
internal sealed class QuantityJson : JsonConverter<Quantity>
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
