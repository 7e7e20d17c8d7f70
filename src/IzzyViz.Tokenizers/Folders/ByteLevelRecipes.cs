using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>Byte-level BPE; each class with its own splitting and template.</summary>
internal static class ByteLevelRecipes
{
    private const string EndOfText = "<|endoftext|>";
    private const string ClipSplit = @"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+";
    private const string Qwen2Split =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    /// <summary>The merges that the CLIP class takes of its file: 49,152 tokens less 256 bytes and two special ones.</summary>
    private const int ClipMerges = 49_152 - 256 - 2;

    public static TokenizerDocument Gpt2(RecipeInput input)
    {
        var model = MergesFile.Read(input);
        var text = input.Role("bos_token", EndOfText);
        var parts = new JsonObject { ["pre_tokenizer"] = Part.ByteLevel(input.Flag("add_prefix_space", false)), ["decoder"] = Part.ByteLevel(true) };
        parts["post_processor"] = input.Flag("add_bos_token", false)
            ? Template.Create(input, model, [$"{text}:0", "$A:0"], [$"{text}:0", "$A:0", "$B:1"])
            : Part.ByteLevel(true, trim: false);
        return input.Document(input.Require("vocab.json"), model, parts, Roles(input, ("bos_token", EndOfText), ("eos_token", EndOfText), ("unk_token", EndOfText)));
    }

    public static TokenizerDocument Roberta(RecipeInput input)
    {
        var model = MergesFile.Read(input);
        var prefix = input.Flag("add_prefix_space", false);
        var parts = new JsonObject
        {
            ["pre_tokenizer"] = Part.ByteLevel(prefix),
            ["post_processor"] = Part.Surrounding(Named(input, model, "cls_token", "<s>"), Named(input, model, "sep_token", "</s>"), prefix, trim: true),
            ["decoder"] = Part.ByteLevel(true),
        };
        var roles = Roles(input, ("cls_token", "<s>"), ("pad_token", "<pad>"), ("sep_token", "</s>"), ("unk_token", "<unk>"));
        return input.Document(input.Require("vocab.json"), model, parts, [.. roles, input.Token("mask_token", new("<mask>", StripLeft: true, Special: true))]);
    }

    public static TokenizerDocument Clip(RecipeInput input)
    {
        var model = MergesFile.Read(input, ClipMerges);
        model.Settings["end_of_word_suffix"] = "</w>";
        model.Settings["unk_token"] = input.Role("unk_token", EndOfText);
        var (start, end) = (Named(input, model, "bos_token", "<|startoftext|>"), Named(input, model, "eos_token", EndOfText));
        var parts = new JsonObject
        {
            ["normalizer"] = Part.Normalizers(Part.Of("NFC"), Part.ReplaceMatches(@"\s+", " "), Part.Of("Lowercase")),
            ["pre_tokenizer"] = Part.PreTokenizers(Part.Split("Regex", ClipSplit, "Removed", invert: true), Part.ByteLevel(false)),
            ["post_processor"] = Part.Surrounding(start, end, prefix: false, trim: false),
            ["decoder"] = Part.ByteLevel(true),
        };
        return input.Document(input.Require("vocab.json"), model, parts, Roles(input, ("bos_token", "<|startoftext|>"), ("eos_token", EndOfText), ("unk_token", EndOfText)));
    }

    public static TokenizerDocument Qwen2(RecipeInput input)
    {
        var bytes = Part.ByteLevel(input.Flag("add_prefix_space", false), regex: false);
        var parts = new JsonObject
        {
            ["normalizer"] = Part.Of("NFC"),
            ["pre_tokenizer"] = Part.PreTokenizers(Part.Split("Regex", Qwen2Split, "Isolated"), bytes),
            ["post_processor"] = Part.ByteLevel(true, trim: false),
            ["decoder"] = Part.ByteLevel(true),
        };
        return input.Document(input.Require("vocab.json"), MergesFile.Read(input), parts, input.Token("eos_token", new(EndOfText, Special: true)));
    }

    /// <summary>These classes look for their special tokens in the normalised text, unless the files say otherwise.</summary>
    private static AddedToken[] Roles(RecipeInput input, params (string Role, string Otherwise)[] roles) =>
        [.. roles.Select(r => input.Token(r.Role, new(r.Otherwise, Normalized: true, Special: true))).DistinctBy(t => t.Content, StringComparer.Ordinal)];

    private static (string Token, int Id) Named(RecipeInput input, ModelDraft model, string role, string otherwise) =>
        (input.Role(role, otherwise), input.Id(model, input.Role(role, otherwise)));
}
