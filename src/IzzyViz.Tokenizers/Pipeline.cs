using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Decoders;
using IzzyViz.Tokenizers.Encodings;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;
using IzzyViz.Tokenizers.Normalizers;
using IzzyViz.Tokenizers.PostProcessors;
using IzzyViz.Tokenizers.PreTokenizers;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers;

/// <summary>The components of a tokenizer, built and joined. Immutable but for the model's cache, which threads may share.</summary>
internal sealed class Pipeline
{
    private readonly AddedTokenFinder _finder;
    private readonly PreTokenizer? _preTokenizer;

    public Pipeline(TokenizerDocument document, UnicodeTables tables)
    {
        var normalizer = document.Part("normalizer") is { } n ? NormalizerPart.Load(n, tables) : null;
        _preTokenizer = document.Part("pre_tokenizer") is { } p ? PreTokenizerPart.Load(p, tables) : null;
        PostProcessor = document.Part("post_processor") is { } t ? PostProcessorPart.Load(t, tables) : null;
        Decoder = document.Part("decoder") is { } d ? DecoderPart.Load(d, tables) : null;
        Model = ModelPart.Create(document.Model, document.File);
        Added = new(document.AddedTokens, Model.Vocabulary, normalizer);
        _finder = Added.CreateFinder(tables);
    }

    public Model Model { get; }

    public AddedVocabulary Added { get; }

    public PostProcessor? PostProcessor { get; }

    public Decoder? Decoder { get; }

    /// <param name="word">Index of a word given ready, -1 for running text, whose words are the pieces.</param>
    public void Encode(SourceText text, int segment, int word, TruncationOptions? truncation, List<TokenEntry> output)
    {
        var pieces = _finder.Apply(AlignedText.From(text.Characters));
        pieces = _preTokenizer?.Apply(pieces) ?? pieces;
        var (from, to) = EarlyExit.Range(pieces, Model, segment, truncation);
        for (var i = from; i < to; i++)
        {
            Add(pieces[i], new TokenEntry { TypeId = segment, Segment = segment, Word = word < 0 ? i - from : word }, output);
        }
    }

    private void Add(Piece piece, TokenEntry common, List<TokenEntry> output)
    {
        if (piece.Added is { } added)
        {
            output.Add(Entry(added, piece.Text, common));
            return;
        }

        foreach (var part in Model.Tokenize(piece.Text.Characters))
        {
            output.Add(Entry(part, piece.Text, common));
        }
    }

    private static TokenEntry Entry(TokenPart part, AlignedText text, TokenEntry common)
    {
        var (start, end) = text.Source(part.Start, part.End);
        return common with { Id = part.Id, Value = part.Value, Start = start, End = end };
    }
}
