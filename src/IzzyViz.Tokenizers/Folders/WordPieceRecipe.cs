using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary><c>vocab.txt</c>, one token per line; BERT and its relatives.</summary>
internal static class WordPieceRecipe
{
    public static TokenizerDocument Create(RecipeInput input)
    {
        var file = input.Require("vocab.txt");
        var unknown = input.Role("unk_token", "[UNK]");
        var model = new ModelDraft { Settings = new() { ["type"] = "WordPiece", ["unk_token"] = unknown } };
        foreach (var line in File.ReadAllText(file).TrimEnd('\n').Split('\n'))
        {
            model.Ids[line.TrimEnd('\r')] = model.Lines++;
        }

        var (start, end) = (input.Role("cls_token", "[CLS]"), input.Role("sep_token", "[SEP]"));
        var parts = new JsonObject
        {
            ["normalizer"] = Normalizer(input),
            ["pre_tokenizer"] = new JsonObject { ["type"] = "BertPreTokenizer" },
            ["post_processor"] = Template.Create(input, model, $"{start}:0 $A:0 {end}:0", $"{start}:0 $A:0 {end}:0 $B:1 {end}:1"),
            ["decoder"] = new JsonObject { ["type"] = "WordPiece", ["prefix"] = "##", ["cleanup"] = true },
        };
        string[] roles = [input.Role("pad_token", "[PAD]"), unknown, start, end, input.Role("mask_token", "[MASK]")];
        return input.Document(file, model, parts, [.. roles.Select(r => new AddedToken(r, Special: true))]);
    }

    private static JsonObject Normalizer(RecipeInput input)
    {
        var normalizer = new JsonObject
        {
            ["type"] = "BertNormalizer",
            ["clean_text"] = true,
            ["handle_chinese_chars"] = input.Flag("tokenize_chinese_chars", true),
            ["lowercase"] = input.Flag("do_lower_case", true),
        };
        if (input.Configuration.Settings.Has("strip_accents"))
        {
            normalizer["strip_accents"] = input.Flag("strip_accents", true);
        }

        return normalizer;
    }
}
