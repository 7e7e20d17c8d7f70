using IzzyViz.Tokenizers.Json;

namespace IzzyViz.Tokenizers.Models;

/// <summary>Makes the model that a draft describes, or says what is wrong with it.</summary>
internal static class ModelPart
{
    public static Model Create(ModelDraft draft, string file)
    {
        var part = new JsonPart(draft.Settings, file, "model");
        var vocabulary = new Vocabulary(draft.Ids);
        return (part.Has("type") ? part.Type : Guess(draft)) switch
        {
            "BPE" => Bpe(draft, part, vocabulary),
            "WordPiece" => WordPiece(part, vocabulary),
            "Unigram" => Unigram(draft, part),
            "WordLevel" => new WordLevelModel(vocabulary, new(part.Text("unk_token", "<unk>"), vocabulary, file, part.Component)),
            var type => throw part.Unsupported($"the model {type} is not supported.", "Known are BPE, Unigram, WordLevel and WordPiece."),
        };
    }

    /// <summary>Old files name no type; the reference tries them in this order.</summary>
    private static string Guess(ModelDraft draft) =>
        draft.Merges is not null ? "BPE" : draft.Settings.ContainsKey("max_input_chars_per_word") ? "WordPiece" : draft.Scored is not null ? "Unigram" : "WordLevel";

    private static BpeModel Bpe(ModelDraft draft, JsonPart part, Vocabulary vocabulary)
    {
        if (part.Node["dropout"] is System.Text.Json.Nodes.JsonValue dropout && dropout.TryGetValue<double>(out var rate) && rate > 0)
        {
            throw part.Unsupported("dropout makes the tokens random.", "Set dropout to null in the file.");
        }

        var settings = new BpeSettings
        {
            Unknown = part.Has("unk_token") ? part.Text("unk_token") : null,
            Prefix = part.Text("continuing_subword_prefix", ""),
            Suffix = part.Text("end_of_word_suffix", ""),
            FuseUnknown = part.Flag("fuse_unk", false),
            ByteFallback = part.Flag("byte_fallback", false),
            IgnoreMerges = part.Flag("ignore_merges", false),
        };
        var rules = draft.Merges ?? throw part.Missing("merges", "a list");
        var merges = MergeTable.Create(rules, vocabulary, settings.Prefix.Length, part.File);
        return new(vocabulary, merges, settings, part.File);
    }

    private static WordPieceModel WordPiece(JsonPart part, Vocabulary vocabulary) => new(
        vocabulary,
        new(part.Text("unk_token", "[UNK]"), vocabulary, part.File, part.Component),
        part.Text("continuing_subword_prefix", "##"),
        part.Number("max_input_chars_per_word", 100));

    private static UnigramModel Unigram(ModelDraft draft, JsonPart part)
    {
        var tokens = draft.Scored ?? throw part.Missing("vocab", "a list of tokens with scores");
        var unknown = part.Number("unk_id", -1);
        if (unknown >= tokens.Count)
        {
            throw part.Unsupported($"unk_id {unknown} is out of range: there are {tokens.Count} tokens.", "Take the file from the model again.");
        }

        for (var id = 0; id < tokens.Count; id++)
        {
            draft.Ids[tokens[id].Text] = id;
        }

        return new(tokens, new(draft.Ids), new(unknown, part.Flag("byte_fallback", false)), part.File);
    }
}
