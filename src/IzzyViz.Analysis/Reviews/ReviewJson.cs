using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>
/// A review, and the gates it was held against, as JSON: members in a fixed order, numbers to six digits, null where there is no number.
/// </summary>
public static class ReviewJson
{
    public static string Write(ReviewReport report) => JsonSerializer.Serialize(report, ReviewJsonContext.Default.ReviewReport) + "\n";

    /// <summary>What a build carries so that a later review can tell when a gate was loosened.</summary>
    public static string WriteGates(ImmutableArray<ReviewGate> gates) =>
        JsonSerializer.Serialize(gates, ReviewJsonContext.Default.ImmutableArrayReviewGate) + "\n";

    /// <summary>Empty, and a finding, where the text holds no gates.</summary>
    /// <param name="name">What findings call the text.</param>
    public static ImmutableArray<ReviewGate> ReadGates(string json, DiagnosticBag bag, string name = "gates")
    {
        try
        {
            return JsonSerializer.Deserialize(json, ReviewJsonContext.Default.ImmutableArrayReviewGate);
        }
        catch (JsonException)
        {
            bag.Add(ReviewDiagnostics.UnreadableGates.At(name));
            return [];
        }
    }
}

internal sealed class RoundedNumber : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

internal sealed class HeadName : JsonConverter<HeadAddress>
{
    public override HeadAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, HeadAddress value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Long);
}

[JsonSerializable(typeof(ReviewReport))]
[JsonSerializable(typeof(ImmutableArray<ReviewGate>))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(RoundedNumber), typeof(HeadName)])]
internal sealed partial class ReviewJsonContext : JsonSerializerContext;
