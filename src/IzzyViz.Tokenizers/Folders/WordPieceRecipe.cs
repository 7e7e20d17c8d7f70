using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary><c>vocab.txt</c>, one token per line; BERT and its relatives.</summary>
internal static class WordPieceRecipe
{
    public static TokenizerDocument Bert(RecipeInput input)
    {
        var (start, end) = (Role(input, "cls_token", "[CLS]"), Role(input, "sep_token", "[SEP]"));
        return Create(
            input,
            [$"{start.Content}:0", "$A:0", $"{end.Content}:0", "$B:1", $"{end.Content}:1"],
            [Role(input, "pad_token", "[PAD]"), Role(input, "unk_token", "[UNK]"), start, end, input.Token("mask_token", new("[MASK]", Special: true))]);
    }

    /// <summary>RoBERTa's special tokens, and two of them between the texts of a pair.</summary>
    public static TokenizerDocument Mpnet(RecipeInput input)
    {
        var (start, end) = (Role(input, "cls_token", "<s>"), Role(input, "sep_token", "</s>"));
        return Create(
            input,
            [$"{start.Content}:0", "$A:0", $"{end.Content}:0", $"{end.Content}:0", "$B:1", $"{end.Content}:1"],
            [start, Role(input, "pad_token", "<pad>"), end, Role(input, "unk_token", "[UNK]"), input.Token("mask_token", new("<mask>", StripLeft: true, Special: true))]);
    }

    private static TokenizerDocument Create(RecipeInput input, string[] pair, AddedToken[] roles)
    {
        var file = input.Require("vocab.txt");
        var model = new ModelDraft { Settings = new() { ["type"] = "WordPiece", ["unk_token"] = input.Role("unk_token", "[UNK]") } };
        foreach (var line in File.ReadAllText(file).TrimEnd('\n').Split('\n'))
        {
            model.Ids[line.TrimEnd('\r')] = model.Lines++;
        }

        var parts = new JsonObject
        {
            ["normalizer"] = Normalizer(input),
            ["pre_tokenizer"] = Part.Of("BertPreTokenizer"),
            ["post_processor"] = Template.Create(input, model, pair[..3], pair),
            ["decoder"] = new JsonObject { ["type"] = "WordPiece", ["prefix"] = "##", ["cleanup"] = true },
        };
        return input.Document(file, model, parts, roles);
    }

    private static AddedToken Role(RecipeInput input, string role, string otherwise) => input.Token(role, new(otherwise, Special: true));

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
