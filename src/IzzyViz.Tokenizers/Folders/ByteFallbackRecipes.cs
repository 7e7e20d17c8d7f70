using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>sentencepiece files with tokens for bytes, whose classes leave the text as it is but for its spaces.</summary>
internal static class ByteFallbackRecipes
{
    private const string TabByte = "<0x09>";

    public static TokenizerDocument Llama(RecipeInput input)
    {
        var file = SentencePieceModel.Read(input, "tokenizer.model");
        var model = SentencePieceModel.Create(file, [.. SentencePieceModel.Tokens(file)], 0, byteFallback: true);
        var prefix = input.Flag("add_prefix_space", true);
        var parts = new JsonObject { ["decoder"] = Decoder(strip: prefix), ["post_processor"] = Ends(input, model, "<s>", "</s>") };
        if (input.Flag("legacy", true))
        {
            JsonObject[] first = prefix ? [new() { ["type"] = "Prepend", ["prepend"] = Part.Mark }] : [];
            parts["normalizer"] = Part.Normalizers([.. first, Part.Replace(" ", Part.Mark)]);
        }
        else
        {
            parts["pre_tokenizer"] = Part.Metaspace(prefix ? "first" : "never", split: false);
        }

        return input.Document(file.Path, model, parts, [.. SentencePieceModel.Added(file)]);
    }

    /// <summary>The tab is a token by itself: the class puts it where the file has its byte.</summary>
    public static TokenizerDocument Gemma(RecipeInput input)
    {
        var file = SentencePieceModel.Read(input, "tokenizer.model");
        var tokens = SentencePieceModel.Tokens(file).Select(t => t.Text == TabByte ? t with { Text = "\t" } : t);
        var model = SentencePieceModel.Create(file, [.. tokens], 3, byteFallback: true);
        var parts = new JsonObject
        {
            ["normalizer"] = Part.Replace(" ", Part.Mark),
            ["pre_tokenizer"] = Part.Split("String", " ", "MergedWithPrevious"),
            ["decoder"] = Decoder(strip: false),
            ["post_processor"] = Ends(input, model, "<bos>", "<eos>"),
        };
        var added = SentencePieceModel.Added(file).Select(t => t.Content is "<start_of_turn>" or "<end_of_turn>" ? t with { Special = true } : t);
        return input.Document(file.Path, model, parts, [.. added]);
    }

    /// <summary>The beginning and end tokens that a configuration switches on and off.</summary>
    private static JsonObject Ends(RecipeInput input, ModelDraft model, string start, string end)
    {
        var (s, e) = (input.Role("bos_token", start), input.Role("eos_token", end));
        string[] Around(string text, int type) =>
        [
            .. input.Flag("add_bos_token", true) ? [$"{s}:{type}"] : Array.Empty<string>(),
            $"{text}:{type}",
            .. input.Flag("add_eos_token", false) ? [$"{e}:{type}"] : Array.Empty<string>(),
        ];
        return Template.Create(input, model, Around("$A", 0), [.. Around("$A", 0), .. Around("$B", 1)]);
    }

    private static JsonObject Decoder(bool strip)
    {
        JsonObject[] last = strip ? [new() { ["type"] = "Strip", ["content"] = " ", ["start"] = 1.0, ["stop"] = 0.0 }] : [];
        return Part.Decoders([Part.Replace(Part.Mark, " "), Part.Of("ByteFallback"), Part.Of("Fuse"), .. last]);
    }
}
