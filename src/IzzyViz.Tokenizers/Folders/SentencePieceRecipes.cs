using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>sentencepiece <c>.model</c> files; each class moves ids and cleans text in its own way.</summary>
internal static class SentencePieceRecipes
{
    private const string Mark = "▁";

    public static TokenizerDocument T5(RecipeInput input)
    {
        var file = Read(input, "spiece.model");
        var extra = input.Configuration.Settings.Number("extra_ids", 100);
        var tokens = Plain(file).Concat(Enumerable.Range(0, extra).Select(i => new ScoredToken($"<extra_id_{extra - 1 - i}>", 0))).ToList();
        var model = Model(file, tokens, file.Unknown);
        var end = input.Role("eos_token", "</s>");
        var parts = Common(file, input);
        parts["post_processor"] = Template.Create(input, model, $"$A:0 {end}:0", $"$A:0 {end}:0 $B:0 {end}:0");
        return input.Document(file.Path, model, parts, [.. Controls(file), .. tokens.Skip(file.Vocabulary.Count).Select(t => new AddedToken(t.Text, Special: true))]);
    }

    /// <summary>fairseq's order: four special tokens in front, the mask behind, everything else moved by one.</summary>
    public static TokenizerDocument XlmRoberta(RecipeInput input)
    {
        var file = Read(input, "sentencepiece.bpe.model");
        string[] front = ["<s>", "<pad>", "</s>", "<unk>"];
        List<ScoredToken> tokens = [.. front.Select(t => new ScoredToken(t, 0)), .. Plain(file).Skip(3), new("<mask>", 0)];
        var model = Model(file, tokens, 3);
        var parts = Common(file, input);
        parts["post_processor"] = Template.Create(input, model, "<s>:0 $A:0 </s>:0", "<s>:0 $A:0 </s>:0 </s>:0 $B:0 </s>:0");
        return input.Document(file.Path, model, parts, [.. front.Select(t => new AddedToken(t, Special: true)), new("<mask>", StripLeft: true, Special: true)]);
    }

    public static TokenizerDocument Llama(RecipeInput input)
    {
        var file = Read(input, "tokenizer.model");
        var model = Model(file, [.. Plain(file)], 0, byteFallback: true);
        var prefix = input.Flag("add_prefix_space", true);
        var parts = new JsonObject { ["decoder"] = Decoder(prefix), ["post_processor"] = Ends(input, model, "<s>", "</s>") };
        if (input.Flag("legacy", true))
        {
            parts["normalizer"] = Sequence("normalizers", [.. prefix ? [Prepend()] : Array.Empty<JsonObject>(), Replace("String", " ", Mark)]);
        }
        else
        {
            parts["pre_tokenizer"] = Metaspace(prefix ? "first" : "never", split: false);
        }

        return input.Document(file.Path, model, parts, [.. Controls(file)]);
    }

    public static TokenizerDocument Gemma(RecipeInput input)
    {
        var file = Read(input, "tokenizer.model");
        var model = Model(file, [.. Plain(file)], 3, byteFallback: true);
        var parts = new JsonObject
        {
            ["normalizer"] = Replace("String", " ", Mark),
            ["pre_tokenizer"] = new JsonObject
            {
                ["type"] = "Split",
                ["pattern"] = new JsonObject { ["String"] = " " },
                ["behavior"] = "MergedWithPrevious",
                ["invert"] = false,
            },
            ["decoder"] = Decoder(strip: false),
            ["post_processor"] = Ends(input, model, "<bos>", "<eos>"),
        };
        return input.Document(file.Path, model, parts, [.. Controls(file)]);
    }

    private static SentencePieceFile Read(RecipeInput input, string name) =>
        SentencePieceFile.Read(input.Require(name, "spiece.model", "tokenizer.model", "sentencepiece.bpe.model"));

    private static IEnumerable<ScoredToken> Plain(SentencePieceFile file) => file.Vocabulary.Select(p => new ScoredToken(p.Text, p.Score));

    private static IEnumerable<AddedToken> Controls(SentencePieceFile file) => file.Vocabulary
        .Where((p, i) => p.Kind is SentencePieceFile.Piece.Control or SentencePieceFile.Piece.UserDefined || i == file.Unknown)
        .Select(p => new AddedToken(p.Text, Special: p.Kind != SentencePieceFile.Piece.UserDefined));

    private static ModelDraft Model(SentencePieceFile file, List<ScoredToken> tokens, int unknown, bool byteFallback = false)
    {
        if (file.ModelType == SentencePieceFile.Unigram)
        {
            return new() { Scored = tokens, Settings = new() { ["type"] = "Unigram", ["unk_id"] = unknown + 0.0, ["byte_fallback"] = byteFallback } };
        }

        if (file.ModelType != SentencePieceFile.Bpe)
        {
            throw new TokenizerException(file.Path, "SentencePiece model", $"its type {file.ModelType} is not supported.", "Known are 1 (unigram) and 2 (BPE).");
        }

        var draft = new ModelDraft
        {
            Merges = MergeExtraction.Extract(tokens),
            Settings = new() { ["type"] = "BPE", ["unk_token"] = file.UnknownPiece, ["fuse_unk"] = true, ["byte_fallback"] = byteFallback },
        };
        for (var id = 0; id < tokens.Count; id++)
        {
            draft.Ids[tokens[id].Text] = id;
        }

        return draft;
    }

    /// <summary>The cleaning and cutting that most classes share.</summary>
    private static JsonObject Common(SentencePieceFile file, RecipeInput input)
    {
        JsonObject[] map = file.CharacterMap.Length == 0
            ? []
            : [new() { ["type"] = "Precompiled", ["precompiled_charsmap"] = Convert.ToBase64String(file.CharacterMap) }];
        var strip = new JsonObject { ["type"] = "Strip", ["strip_left"] = false, ["strip_right"] = true };
        var prefix = input.Flag("add_prefix_space", true);
        var scheme = !prefix ? "never" : input.Flag("legacy", true) ? "always" : "first";
        return new()
        {
            ["normalizer"] = Sequence("normalizers", [.. map, strip, Replace("Regex", " {2,}", Mark)]),
            ["pre_tokenizer"] = Metaspace(scheme, split: true),
            ["decoder"] = Metaspace(scheme, split: true),
        };
    }

    /// <summary>The beginning and end tokens that a configuration switches on and off.</summary>
    private static JsonObject? Ends(RecipeInput input, ModelDraft model, string start, string end)
    {
        var (s, e) = (input.Role("bos_token", start), input.Role("eos_token", end));
        string First(int type) => input.Flag("add_bos_token", true) ? $"{s}:{type} " : "";
        string Last(int type) => input.Flag("add_eos_token", false) ? $" {e}:{type}" : "";
        var single = $"{First(0)}$A:0{Last(0)}";
        return Template.Create(input, model, single, $"{single} {First(1)}$B:1{Last(1)}");
    }

    private static JsonObject Decoder(bool strip)
    {
        JsonObject[] last = strip ? [new() { ["type"] = "Strip", ["content"] = " ", ["start"] = 1.0, ["stop"] = 0.0 }] : [];
        return Sequence("decoders", [Replace("String", Mark, " "), new() { ["type"] = "ByteFallback" }, new() { ["type"] = "Fuse" }, .. last]);
    }

    private static JsonObject Prepend() => new() { ["type"] = "Prepend", ["prepend"] = Mark };

    private static JsonObject Metaspace(string scheme, bool split) =>
        new() { ["type"] = "Metaspace", ["replacement"] = Mark, ["prepend_scheme"] = scheme, ["split"] = split };

    private static JsonObject Sequence(string name, JsonObject[] parts) => new() { ["type"] = "Sequence", [name] = new JsonArray([.. parts]) };

    private static JsonObject Replace(string kind, string pattern, string content) =>
        new() { ["type"] = "Replace", ["pattern"] = new JsonObject { [kind] = pattern }, ["content"] = content };
}
