using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IzzyViz.Analysis.Models;

/// <summary>What <c>config.json</c> says. Hints only: where it and the graph differ, the graph is right.</summary>
public sealed class ModelConfig
{
    public static readonly ModelConfig None = new(default);

    private readonly JsonElement _root;

    private ModelConfig(JsonElement root) => _root = root;

    public bool IsPresent => _root.ValueKind == JsonValueKind.Object;

    public string ModelType => Text("model_type") ?? "";

    public ImmutableArray<string> Architectures => [.. Items("architectures").Select(a => a.ToString())];

    public bool? IsDecoder => Flag("is_decoder");

    public bool IsEncoderDecoder => Flag("is_encoder_decoder") ?? false;

    public int? Layers => Count("num_hidden_layers", "n_layer", "num_layers", "n_layers", "decoder_layers", "encoder_layers");

    public int? Heads => Count("num_attention_heads", "n_head", "num_heads", "n_heads", "decoder_attention_heads", "encoder_attention_heads");

    public int? KeyValueHeads => Count("num_key_value_heads", "num_kv_heads") ?? (Flag("multi_query") == true ? 1 : null);

    public int? HiddenSize => Count("hidden_size", "n_embd", "d_model", "dim");

    public int? HeadSize => Count("head_dim", "d_kv") ?? (HiddenSize / Heads);

    public int? Positions => Count("max_position_embeddings", "n_positions", "max_seq_len", "n_ctx");

    public int? Window => Count("sliding_window", "local_attention");

    public int? VocabularySize => Count("vocab_size");

    public int? DecoderStart => Number("decoder_start_token_id", "bos_token_id");

    public int? Padding => Number("pad_token_id");

    public ImmutableArray<int> EndOfText => Find("eos_token_id") switch
    {
        { ValueKind: JsonValueKind.Number } one => [.. Whole(one)],
        { ValueKind: JsonValueKind.Array } many => [.. many.EnumerateArray().SelectMany(Whole)],
        _ => [],
    };

    /// <summary>Kinds of the layers in order (<c>full_attention</c>, <c>sliding_attention</c>, <c>linear_attention</c> …); empty where not said.</summary>
    public ImmutableArray<string> LayerTypes => [.. Items("layer_types").Select(t => t.ToString())];

    /// <summary>Class names by index.</summary>
    public ImmutableArray<string> Labels
    {
        get
        {
            var labels = Find("id2label");
            return labels?.ValueKind != JsonValueKind.Object ? []
                : [.. labels.Value.EnumerateObject()
                    .OrderBy(p => int.TryParse(p.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : int.MaxValue)
                    .Select(p => p.Value.ToString())];
        }
    }

    /// <exception cref="JsonException">The text is not JSON, or holds half of a surrogate pair.</exception>
    public static ModelConfig Parse(string json)
    {
        CheckTexts(Encoding.UTF8.GetBytes(json));
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object ? new(document.RootElement.Clone()) : None;
    }

    public int? Number(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>A document takes any escapes, and fails where they are read; so they are read here, once.</summary>
    private static void CheckTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            try
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
            catch (InvalidOperationException e)
            {
                throw new JsonException("a text holds half of a surrogate pair", null, null, reader.TokenStartIndex, e);
            }
        }
    }

    private static IEnumerable<int> Whole(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? [number] : [];

    /// <summary>How many of something there are, or how large it is: a number above zero. Others say nothing.</summary>
    private int? Count(params ReadOnlySpan<string> names) => Number(names) is { } count and > 0 ? count : null;

    private string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private JsonElement.ArrayEnumerator Items(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : default;

    /// <summary>A value at the top, or in the part that configures the text model or the decoder.</summary>
    private JsonElement? Find(string name)
    {
        foreach (var part in (ReadOnlySpan<string>)["", "text_config", "decoder", "llm_config"])
        {
            var holder = part.Length == 0 ? _root : Property(_root, part);
            if (holder is { } h && Property(h, name) is { ValueKind: not JsonValueKind.Null } found)
            {
                return found;
            }
        }

        return null;
    }

    private static JsonElement? Property(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) ? value : null;
}
