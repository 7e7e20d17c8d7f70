using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>What a sentencepiece file becomes: a unigram or BPE model, and tokens that are looked for in the text as they are.</summary>
internal static class SentencePieceModel
{
    /// <param name="name">What the class calls its file; the other usual names are taken too.</param>
    public static SentencePieceFile Read(RecipeInput input, string name) =>
        SentencePieceFile.Read(input.Require(name, "spiece.model", "tokenizer.model", "sentencepiece.bpe.model"));

    public static IEnumerable<ScoredToken> Tokens(SentencePieceFile file) => file.Vocabulary.Select(p => new ScoredToken(p.Text, p.Score));

    /// <summary>Control and user-defined pieces, and the unknown token.</summary>
    public static IEnumerable<AddedToken> Added(SentencePieceFile file) => file.Vocabulary
        .Where((p, i) => p.Kind is SentencePiece.Control or SentencePiece.UserDefined || i == file.Unknown)
        .Select(p => new AddedToken(p.Text, Special: p.Kind != SentencePiece.UserDefined));

    /// <param name="unknown">The id of the unknown token.</param>
    public static ModelDraft Create(SentencePieceFile file, List<ScoredToken> tokens, int unknown, bool byteFallback = false) => file.ModelType switch
    {
        SentencePieceFile.Unigram => new() { Scored = tokens, Settings = new() { ["type"] = "Unigram", ["unk_id"] = unknown + 0.0, ["byte_fallback"] = byteFallback } },
        SentencePieceFile.Bpe => Merged(file, tokens, byteFallback),
        var type => throw new TokenizerException(file.Path, "SentencePiece model", $"its type {type} is not supported.", "Known are 1 (unigram) and 2 (BPE)."),
    };

    private static ModelDraft Merged(SentencePieceFile file, List<ScoredToken> tokens, bool byteFallback)
    {
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
}
