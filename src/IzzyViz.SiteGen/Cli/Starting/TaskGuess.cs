using System.Text.Json;

namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>What a model does, as far as its config.json and file names tell; an encoder where they are silent.</summary>
internal static class TaskGuess
{
    public static ModelTask Of(string folder, IReadOnlyCollection<string> files)
    {
        if (OnnxFiles.ArePair(files))
        {
            return ModelTask.EncoderDecoder;
        }

        var config = Path.Combine(folder, "config.json");
        return File.Exists(config) ? Of(File.ReadAllBytes(config)) : ModelTask.Encoder;
    }

    private static ModelTask Of(byte[] config)
    {
        try
        {
            using var json = JsonDocument.Parse(config);
            return Of(json.RootElement);
        }
        catch (JsonException)
        {
            // A sample dataset is no place to complain about a config; 'check' does.
            return ModelTask.Encoder;
        }
    }

    private static ModelTask Of(JsonElement config)
    {
        if (config.ValueKind != JsonValueKind.Object)
        {
            return ModelTask.Encoder;
        }

        if (config.TryGetProperty("is_encoder_decoder", out var both) && both.ValueKind == JsonValueKind.True)
        {
            return ModelTask.EncoderDecoder;
        }

        var names = config.TryGetProperty("architectures", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(n => n.ToString()) : [];
        return names.Any(n => n.EndsWith("ForCausalLM", StringComparison.Ordinal) || n.EndsWith("LMHeadModel", StringComparison.Ordinal))
            ? ModelTask.Decoder
            : ModelTask.Encoder;
    }
}
