using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.DemoModels.Tokenizers;

namespace IzzyViz.DemoModels.Export;

/// <summary>The three tokenizers of the demo models as <c>tokenizer.json</c> describes them.</summary>
internal static class TokenizerFormats
{
    public static TokenizerParts WordPiece(WordPieceTokenizer tokenizer, ImmutableArray<string> special) => new()
    {
        Normalizer = new JsonObject
        {
            ["type"] = "BertNormalizer",
            ["clean_text"] = true,
            ["handle_chinese_chars"] = true,
            ["strip_accents"] = null,
            ["lowercase"] = true,
        },
        PreTokenizer = new JsonObject { ["type"] = "BertPreTokenizer" },
        Single = "[CLS] $A [SEP]",
        Pair = "[CLS] $A [SEP] $B [SEP]",
        Decoder = new JsonObject { ["type"] = "WordPiece", ["prefix"] = WordPieceTokenizer.Continuation, ["cleanup"] = true },
        Model = new JsonObject
        {
            ["type"] = "WordPiece",
            ["unk_token"] = WordPieceTokenizer.Unknown,
            ["continuing_subword_prefix"] = WordPieceTokenizer.Continuation,
            ["max_input_chars_per_word"] = 100,
            ["vocab"] = TokenizerFile.Vocabulary(tokenizer.Pieces),
        },
        SpecialTokens = special,
        Pieces = tokenizer.Pieces,
    };

    public static TokenizerParts WordLevel(WordLevelTokenizer tokenizer, ImmutableArray<string> special) => new()
    {
        PreTokenizer = new JsonObject { ["type"] = "WhitespaceSplit" },
        Single = $"{tokenizer.Start} $A",
        Pair = $"{tokenizer.Start} $A {tokenizer.Start} $B",
        Model = new JsonObject
        {
            ["type"] = "WordLevel",
            ["vocab"] = TokenizerFile.Vocabulary(tokenizer.Pieces),
            ["unk_token"] = tokenizer.Unknown,
        },
        SpecialTokens = special,
        Pieces = tokenizer.Pieces,
    };

    public static TokenizerParts ByteLevel(ByteLevelTokenizer tokenizer, string end)
    {
        var vocabulary = tokenizer.Vocabulary;
        return new TokenizerParts
        {
            PreTokenizer = ByteLevelPart(),
            Single = $"$A {end}",
            Pair = $"$A $B {end}",
            Decoder = ByteLevelPart(),
            Model = new JsonObject
            {
                ["type"] = "BPE",
                ["dropout"] = null,
                ["unk_token"] = null,
                ["continuing_subword_prefix"] = null,
                ["end_of_word_suffix"] = null,
                ["fuse_unk"] = false,
                ["byte_fallback"] = false,
                ["ignore_merges"] = false,
                ["vocab"] = TokenizerFile.Vocabulary(vocabulary.Pieces),
                ["merges"] = JsonText.Strings(vocabulary.Merges.Select(merge => $"{merge.Left} {merge.Right}")),
            },
            SpecialTokens = vocabulary.Special,
            Pieces = vocabulary.Pieces,
        };
    }

    private static JsonObject ByteLevelPart() => new()
    {
        ["type"] = "ByteLevel",
        ["add_prefix_space"] = false,
        ["trim_offsets"] = true,
        ["use_regex"] = true,
    };
}
