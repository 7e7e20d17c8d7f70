using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>Two models over one example: how far their heads are apart, and how their tokens were aligned.</summary>
/// <param name="Distances">In the order of the pairs asked for; NaN where a head has no map or no query counts.</param>
/// <param name="Source">Null where the tokens of both are the same.</param>
/// <param name="Target">Of the decoder of an encoder-decoder; null where they are the same, and elsewhere.</param>
public sealed record ExampleDistances(ImmutableArray<float> Distances, TokenAlignment? Source, TokenAlignment? Target)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ExampleDistancesJson.Default.ExampleDistances);

    /// <summary>Null where the bytes are not of this form.</summary>
    public static ExampleDistances? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, ExampleDistancesJson.Default.ExampleDistances);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExampleDistances))]
internal sealed partial class ExampleDistancesJson : JsonSerializerContext;
