using System.Text.Json.Nodes;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Export;

/// <summary><c>config.json</c> with the keys each family has in the ecosystem.</summary>
internal static class ModelConfigs
{
    public static JsonObject Bert(ModelShape shape) => new()
    {
        ["architectures"] = new JsonArray("BertForSequenceClassification"),
        ["model_type"] = "bert",
        ["problem_type"] = "single_label_classification",
        ["vocab_size"] = shape.Vocabulary,
        ["hidden_size"] = shape.Width,
        ["num_hidden_layers"] = shape.Layers,
        ["num_attention_heads"] = shape.Heads,
        ["intermediate_size"] = shape.InnerWidth,
        ["hidden_act"] = "gelu",
        ["max_position_embeddings"] = shape.MaxPositions,
        ["position_embedding_type"] = "absolute",
        ["type_vocab_size"] = 2,
        ["layer_norm_eps"] = Epsilon,
        ["pad_token_id"] = 0,
        ["is_encoder_decoder"] = false,
        ["id2label"] = new JsonObject { ["0"] = "negative", ["1"] = "positive" },
        ["label2id"] = new JsonObject { ["negative"] = 0, ["positive"] = 1 },
    };

    public static JsonObject Opt(ModelShape shape) => new()
    {
        ["architectures"] = new JsonArray("OPTForCausalLM"),
        ["model_type"] = "opt",
        ["vocab_size"] = shape.Vocabulary,
        ["hidden_size"] = shape.Width,
        ["word_embed_proj_dim"] = shape.Width,
        ["num_hidden_layers"] = shape.Layers,
        ["num_attention_heads"] = shape.Heads,
        ["ffn_dim"] = shape.InnerWidth,
        ["activation_function"] = "gelu",
        ["do_layer_norm_before"] = true,
        ["max_position_embeddings"] = shape.MaxPositions,
        ["bos_token_id"] = 0,
        ["pad_token_id"] = 1,
        ["eos_token_id"] = 2,
        ["tie_word_embeddings"] = false,
        ["is_encoder_decoder"] = false,
        ["use_cache"] = false,
    };

    public static JsonObject Marian(ModelShape shape) => new()
    {
        ["architectures"] = new JsonArray("MarianMTModel"),
        ["model_type"] = "marian",
        ["vocab_size"] = shape.Vocabulary,
        ["d_model"] = shape.Width,
        ["hidden_size"] = shape.Width,
        ["num_hidden_layers"] = shape.Layers,
        ["num_attention_heads"] = shape.Heads,
        ["encoder_layers"] = shape.Layers,
        ["encoder_attention_heads"] = shape.Heads,
        ["encoder_ffn_dim"] = shape.InnerWidth,
        ["decoder_layers"] = shape.Layers,
        ["decoder_attention_heads"] = shape.Heads,
        ["decoder_ffn_dim"] = shape.InnerWidth,
        ["activation_function"] = "gelu",
        ["static_position_embeddings"] = true,
        ["scale_embedding"] = false,
        ["normalize_before"] = false,
        ["max_position_embeddings"] = shape.MaxPositions,
        ["pad_token_id"] = 0,
        ["eos_token_id"] = 1,
        ["decoder_start_token_id"] = 0,
        ["forced_eos_token_id"] = 1,
        ["max_length"] = 16,
        ["share_encoder_decoder_embeddings"] = false,
        ["tie_word_embeddings"] = false,
        ["is_encoder_decoder"] = true,
        ["use_cache"] = false,
    };

    /// <summary>The number as it is written in code, not as its nearest float prints.</summary>
    private static JsonNode Epsilon => JsonNode.Parse($"{Normalisation.Epsilon:0.#######}")!;
}
