using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Models;

/// <summary>A vocabulary of 100 tokens, and what the shapes of the outputs tell beside it.</summary>
public sealed class TasksTests
{
    [Fact]
    public void Hidden_states_per_token_are_no_vector_per_input() => Assert.Equal(ModelTask.Encoder, Of("last_hidden_state b,s,32"));

    [Fact]
    public void A_vector_per_input_is_an_embedding()
    {
        Assert.Equal(ModelTask.Embedding, Of("text_embeds b,32"));
        Assert.Equal(ModelTask.Embedding, Of("token_embeddings b,s,32; sentence_embedding b,32"));
    }

    [Fact]
    public void Numbers_for_every_token_of_the_vocabulary_at_every_place_are_a_language_model_of_the_attentions_kind()
    {
        Assert.Equal(ModelTask.MaskedLanguageModel, Of("logits b,s,100"));
        Assert.Equal(ModelTask.CausalLanguageModel, Of("logits b,s,104", kind: AttentionKind.Decoder));
        Assert.Equal(ModelTask.Unknown, Of("logits b,s,100", kind: null));
    }

    [Fact]
    public void Few_numbers_at_every_place_are_classes_of_tokens_where_they_are_called_logits()
    {
        Assert.Equal(ModelTask.TokenClassifier, Of("logits b,s,7"));
        Assert.Equal(ModelTask.Unknown, Of("output b,s,7"));
    }

    [Fact]
    public void One_row_of_numbers_per_input_is_a_classifier_of_texts_and_of_images()
    {
        Assert.Equal(ModelTask.Classifier, Of("logits b,2"));
        Assert.Equal(ModelTask.Classifier, Of("output b,1000", readsTokens: false, vocabulary: null));
    }

    [Fact]
    public void What_does_not_read_tokens_is_no_language_model()
    {
        Assert.Equal(ModelTask.Unknown, Of("output b,s,32", readsTokens: false, vocabulary: null));
        Assert.Equal(ModelTask.Unknown, Of("logits b,s,100", readsTokens: false));
    }

    [Fact]
    public void Where_sizes_are_open_the_config_tells_and_without_it_nothing_is_said_of_an_encoder()
    {
        Assert.Equal(ModelTask.MaskedLanguageModel, Of("logits b,s,v", config: """{ "architectures": ["BertForMaskedLM"] }"""));
        Assert.Equal(ModelTask.TokenClassifier, Of("logits b,s,v", config: """{ "architectures": ["BertForTokenClassification"] }"""));
        Assert.Equal(ModelTask.Unknown, Of("logits b,s,v"));
        Assert.Equal(ModelTask.CausalLanguageModel, Of("logits b,s,v", kind: AttentionKind.Decoder));
    }

    [Fact]
    public void Cross_attention_makes_a_translator() => Assert.Equal(ModelTask.Translator, Of("logits b,s,100", kind: AttentionKind.Cross));

    private static ModelTask Of(string outputs, AttentionKind? kind = AttentionKind.Encoder, bool readsTokens = true, long? vocabulary = 100, string config = "{}") => Tasks.Of(new()
    {
        Outputs = [.. outputs.Split("; ").Select(Output)],
        Modules = kind is { } some ? [new() { Kind = some, Layer = 0, Heads = 2 }] : [],
        ReadsTokens = readsTokens,
        Vocabulary = vocabulary,
        Config = ModelConfig.Parse(config),
    });

    private static OnnxValue Output(string text) => new()
    {
        Name = text.Split(' ')[0],
        Dims = text.Split(' ')[1].Split(',').Select(d => int.TryParse(d, out var size) ? new OnnxDimension(size, null) : new(null, d)).ToImmutableArray(),
        Raw = default,
    };
}
