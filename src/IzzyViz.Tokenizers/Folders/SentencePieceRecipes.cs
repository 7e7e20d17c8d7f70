using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>sentencepiece files whose classes mark spaces before they cut; each moves ids and cleans text in its own way.</summary>
internal static class SentencePieceRecipes
{
    private static readonly AddedToken FairseqMask = new("<mask>", StripLeft: true, Special: true);

    public static TokenizerDocument T5(RecipeInput input)
    {
        var file = SentencePieceModel.Read(input, "spiece.model");
        var extra = input.Configuration.Settings.Number("extra_ids", 100);
        var tokens = SentencePieceModel.Tokens(file).Concat(Enumerable.Range(0, extra).Select(i => new ScoredToken($"<extra_id_{extra - 1 - i}>", 0))).ToList();
        var model = SentencePieceModel.Create(file, tokens, file.Unknown);
        var end = input.Role("eos_token", "</s>");
        var parts = Spaced(input, Cleaned(file));
        parts["post_processor"] = Template.Create(input, model, ["$A:0", $"{end}:0"], ["$A:0", $"{end}:0", "$B:0", $"{end}:0"]);
        var added = tokens.Skip(file.Vocabulary.Count).Select(t => new AddedToken(t.Text, StripLeft: true, StripRight: true, Special: true));
        return input.Document(file.Path, model, parts, [.. SentencePieceModel.Added(file), .. added]);
    }

    /// <summary>fairseq's order: four special tokens in front, the mask behind, everything else moved by one.</summary>
    public static TokenizerDocument XlmRoberta(RecipeInput input) =>
        Fairseq(input, ["<s>", "<pad>", "</s>", "<unk>"], file => SentencePieceModel.Tokens(file).Skip(3));

    /// <summary>As <see cref="XlmRoberta"/>, but the file's own beginning and end tokens stay, behind the ones in front.</summary>
    public static TokenizerDocument Camembert(RecipeInput input) =>
        Fairseq(input, ["<s>NOTUSED", "<pad>", "</s>NOTUSED", "<unk>"], file => SentencePieceModel.Tokens(file).Skip(1).Prepend(new("<unk>NOTUSED", -100)));

    public static TokenizerDocument Albert(RecipeInput input)
    {
        var file = SentencePieceModel.Read(input, "spiece.model");
        var model = SentencePieceModel.Create(file, [.. SentencePieceModel.Tokens(file).Select(Demoted)], file.Unknown);
        JsonObject[] accents = input.Flag("keep_accents", false) ? [] : [Part.Of("NFKD"), Part.Of("StripAccents")];
        JsonObject[] lower = input.Flag("do_lower_case", true) ? [Part.Of("Lowercase")] : [];
        var parts = Spaced(input, Part.Normalizers([
            Part.Replace("``", "\""), Part.Replace("''", "\""), .. accents, .. lower, .. CharacterMap(file), Part.ReplaceMatches(" {2,}", " ")]));
        parts["post_processor"] = Surrounded(input, model);
        return input.Document(file.Path, model, parts, [.. SentencePieceModel.Added(file), input.Token("mask_token", new("[MASK]", StripLeft: true, Special: true))]);
    }

    public static TokenizerDocument DebertaV2(RecipeInput input)
    {
        var file = SentencePieceModel.Read(input, "spm.model");
        var model = SentencePieceModel.Create(file, [.. SentencePieceModel.Tokens(file)], file.Unknown);
        JsonObject[] lower = input.Flag("do_lower_case", false) ? [Part.Of("Lowercase")] : [];
        JsonObject[] punctuation = input.Flag("split_by_punct", false) ? [new() { ["type"] = "Punctuation", ["behavior"] = "Isolated" }] : [];
        var parts = Spaced(input, Part.Normalizers([.. lower, Part.Strip(true, true), .. CharacterMap(file), Part.ReplaceMatches(" {2,}", " ")]));
        parts["pre_tokenizer"] = Part.PreTokenizers([.. punctuation, Part.Metaspace(Scheme(input))]);
        parts["post_processor"] = Surrounded(input, model);
        var unknown = input.Token("unk_token", new("[UNK]", Normalized: true, Special: true));
        return input.Document(file.Path, model, parts, [unknown, .. SentencePieceModel.Added(file).Where(t => t.Content != unknown.Content), input.Token("mask_token", new("[MASK]", Special: true))]);
    }

    private static TokenizerDocument Fairseq(RecipeInput input, string[] front, Func<SentencePieceFile, IEnumerable<ScoredToken>> rest)
    {
        var file = SentencePieceModel.Read(input, "sentencepiece.bpe.model");
        List<ScoredToken> tokens = [.. front.Select(t => new ScoredToken(t, 0)), .. rest(file), new("<mask>", 0)];
        var model = SentencePieceModel.Create(file, tokens, front.Length - 1);
        var parts = Spaced(input, Cleaned(file));
        parts["post_processor"] = Template.Create(input, model, ["<s>:0", "$A:0", "</s>:0"], ["<s>:0", "$A:0", "</s>:0", "</s>:0", "$B:0", "</s>:0"]);
        string[] special = [.. front, "<s>", "</s>"];
        return input.Document(file.Path, model, parts, [.. special.Distinct(StringComparer.Ordinal).Select(t => new AddedToken(t, Special: true)), input.Token("mask_token", FairseqMask)]);
    }

    /// <summary>A digit before a comma is not to be one token with it.</summary>
    private static ScoredToken Demoted(ScoredToken token) =>
        token.Text is [.., var digit, ','] && char.IsDigit(digit) ? token with { Score = token.Score - 100 } : token;

    private static JsonObject Spaced(RecipeInput input, JsonObject normalizer) => new()
    {
        ["normalizer"] = normalizer,
        ["pre_tokenizer"] = Part.Metaspace(Scheme(input)),
        ["decoder"] = Part.Metaspace(Scheme(input)),
    };

    private static JsonObject Cleaned(SentencePieceFile file) =>
        Part.Normalizers([.. CharacterMap(file), Part.Strip(false, true), Part.ReplaceMatches(" {2,}", Part.Mark)]);

    private static JsonObject[] CharacterMap(SentencePieceFile file) =>
        file.CharacterMap.Length == 0 ? [] : [new() { ["type"] = "Precompiled", ["precompiled_charsmap"] = Convert.ToBase64String(file.CharacterMap) }];

    private static string Scheme(RecipeInput input) =>
        !input.Flag("add_prefix_space", true) ? "never" : input.Flag("legacy", true) ? "always" : "first";

    private static JsonObject Surrounded(RecipeInput input, ModelDraft model) =>
        Template.Create(input, model, ["[CLS]:0", "$A:0", "[SEP]:0"], ["[CLS]:0", "$A:0", "[SEP]:0", "$B:1", "[SEP]:1"]);
}
