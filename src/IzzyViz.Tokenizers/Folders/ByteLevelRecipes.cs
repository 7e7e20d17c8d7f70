using System.Text.Json;
using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary><c>vocab.json</c> and <c>merges.txt</c>; each class with its own splitting and template.</summary>
internal static class ByteLevelRecipes
{
    private const string ClipSplit = @"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+";
    private const string Qwen2Split =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    public static TokenizerDocument Gpt2(RecipeInput input)
    {
        var model = Model(input);
        var text = input.Role("bos_token", "<|endoftext|>");
        var parts = new JsonObject { ["pre_tokenizer"] = ByteLevel(input.Flag("add_prefix_space", false)), ["decoder"] = ByteLevel(true) };
        parts["post_processor"] = input.Flag("add_bos_token", false)
            ? Template.Create(input, model, $"{text}:0 $A:0", $"{text}:0 $A:0 $B:1")
            : ByteLevel(true, trim: false);
        string[] roles = [input.Role("unk_token", "<|endoftext|>"), text, input.Role("eos_token", "<|endoftext|>")];
        return input.Document(input.Require("vocab.json"), model, parts, Special(roles));
    }

    public static TokenizerDocument Roberta(RecipeInput input)
    {
        var model = Model(input);
        var prefix = input.Flag("add_prefix_space", false);
        var (start, end, mask) = (input.Role("cls_token", "<s>"), input.Role("sep_token", "</s>"), input.Role("mask_token", "<mask>"));
        var parts = new JsonObject
        {
            ["pre_tokenizer"] = ByteLevel(prefix),
            ["post_processor"] = Surrounding(input, model, (start, end), prefix, trim: true),
            ["decoder"] = ByteLevel(true),
        };
        string[] roles = [start, input.Role("pad_token", "<pad>"), end, input.Role("unk_token", "<unk>")];
        return input.Document(input.Require("vocab.json"), model, parts, [.. Special(roles), new(mask, StripLeft: true, Special: true)]);
    }

    public static TokenizerDocument Clip(RecipeInput input)
    {
        var (start, end) = (input.Role("bos_token", "<|startoftext|>"), input.Role("eos_token", "<|endoftext|>"));
        var model = Model(input);
        model.Settings["end_of_word_suffix"] = "</w>";
        model.Settings["unk_token"] = input.Role("unk_token", "<|endoftext|>");
        var parts = new JsonObject
        {
            ["normalizer"] = Sequence("normalizers", Type("NFC"), Replace(@"\s+", " "), Type("Lowercase")),
            ["pre_tokenizer"] = Sequence("pretokenizers", Split(ClipSplit, "Removed", invert: true), ByteLevel(false)),
            ["post_processor"] = Surrounding(input, model, (start, end), prefix: false, trim: false),
            ["decoder"] = ByteLevel(true),
        };
        return input.Document(input.Require("vocab.json"), model, parts, Special([start, end]));
    }

    public static TokenizerDocument Qwen2(RecipeInput input)
    {
        var parts = new JsonObject
        {
            ["normalizer"] = Type("NFC"),
            ["pre_tokenizer"] = Sequence(
                "pretokenizers", Split(Qwen2Split, "Isolated", invert: false), ByteLevel(input.Flag("add_prefix_space", false), regex: false)),
            ["post_processor"] = ByteLevel(true, trim: false),
            ["decoder"] = ByteLevel(true),
        };
        return input.Document(input.Require("vocab.json"), Model(input), parts, Special([input.Role("eos_token", "<|endoftext|>")]));
    }

    private static ModelDraft Model(RecipeInput input)
    {
        var (vocabulary, merges) = (input.Require("vocab.json"), input.Require("merges.txt"));
        var model = new ModelDraft { Settings = new() { ["type"] = "BPE" }, Merges = [] };
        using var stream = File.OpenRead(vocabulary);
        var json = new JsonTokenStream(stream, vocabulary);
        json.Expect(JsonTokenType.StartObject, "vocabulary");
        ModelReader.Vocabulary(json, model.Ids);
        foreach (var line in File.ReadLines(merges).Where(l => l.Length > 0 && !l.StartsWith("#version", StringComparison.Ordinal)))
        {
            model.Merges.Add(ModelReader.Joined(line, model.Merges.Count, merges));
        }

        return model;
    }

    private static AddedToken[] Special(IEnumerable<string> tokens) => [.. tokens.Distinct(StringComparer.Ordinal).Select(t => new AddedToken(t, Special: true))];

    private static JsonObject Surrounding(RecipeInput input, ModelDraft model, (string Start, string End) tokens, bool prefix, bool trim) => new()
    {
        ["type"] = "RobertaProcessing",
        ["cls"] = new JsonArray(tokens.Start, input.Id(model, tokens.Start) + 0.0),
        ["sep"] = new JsonArray(tokens.End, input.Id(model, tokens.End) + 0.0),
        ["add_prefix_space"] = prefix,
        ["trim_offsets"] = trim,
    };

    private static JsonObject ByteLevel(bool prefix, bool trim = true, bool regex = true) =>
        new() { ["type"] = "ByteLevel", ["add_prefix_space"] = prefix, ["trim_offsets"] = trim, ["use_regex"] = regex };

    private static JsonObject Type(string type) => new() { ["type"] = type };

    private static JsonObject Sequence(string name, params JsonObject[] parts) => new() { ["type"] = "Sequence", [name] = new JsonArray([.. parts]) };

    private static JsonObject Replace(string pattern, string content) =>
        new() { ["type"] = "Replace", ["pattern"] = new JsonObject { ["Regex"] = pattern }, ["content"] = content };

    private static JsonObject Split(string pattern, string behavior, bool invert) =>
        new() { ["type"] = "Split", ["pattern"] = new JsonObject { ["Regex"] = pattern }, ["behavior"] = behavior, ["invert"] = invert };
}
