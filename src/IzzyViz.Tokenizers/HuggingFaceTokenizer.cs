using System.Buffers;
using System.Collections.Immutable;
using IzzyViz.Tokenizers.Encodings;
using IzzyViz.Tokenizers.Folders;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Labels;
using IzzyViz.Tokenizers.Unicode;
using Microsoft.ML.Tokenizers;

namespace IzzyViz.Tokenizers;

/// <summary>
/// A tokenizer that gives the ids and offsets of Hugging Face's tokenizers library. Any number of threads may use one.
/// </summary>
public sealed class HuggingFaceTokenizer : Tokenizer
{
    private readonly Pipeline _pipeline;
    private readonly Encoder _encoder;

    internal HuggingFaceTokenizer(TokenizerDocument document, UnicodeTables? tables = null)
    {
        File = document.File;
        _pipeline = new(document, tables ?? UnicodeTables.Reference);
        _encoder = new(_pipeline, document.File);
        LabelStyle = LabelStyle.Of(document, _pipeline.Model);
        FileTruncation = document.Part("truncation") is { } truncation ? OptionsPart.Truncation(truncation) : null;
        FilePadding = document.Part("padding") is { } padding ? OptionsPart.Padding(padding) : null;
    }

    /// <summary>The file it was read from.</summary>
    public string File { get; }

    /// <summary>One more than the largest id.</summary>
    public int VocabularySize => Math.Max(_pipeline.Model.Vocabulary.MaxId, _pipeline.Added.MaxId) + 1;

    /// <summary>The truncation the file asks for, to pass on with <see cref="EncodeOptions"/>; null where it asks for none.</summary>
    public TruncationOptions? FileTruncation { get; }

    /// <summary>The padding the file asks for; null where it asks for none.</summary>
    public PaddingOptions? FilePadding { get; }

    /// <summary>Ids of the tokens with a job.</summary>
    public Roles Roles { get; private set; } = new();

    /// <summary>
    /// The model's own chat template (a Jinja program), as its files hold it; null where they hold none. It is not run here:
    /// render a conversation with it, and encode the text without special tokens, since the template writes them.
    /// </summary>
    public string? ChatTemplate { get; private set; }

    internal LabelStyle LabelStyle { get; }

    /// <summary>Reads a <c>tokenizer.json</c>, or the folder of a model.</summary>
    /// <exception cref="TokenizerException">The tokenizer is missing, damaged or has no exact route.</exception>
    public static HuggingFaceTokenizer Load(string path) => TokenizerFolder.Load(path);

    /// <summary>Reads a <c>tokenizer.json</c> from a stream; the name is for messages.</summary>
    public static HuggingFaceTokenizer Load(Stream json, string name)
    {
        var document = TokenizerDocument.Read(json, name);
        var tokenizer = new HuggingFaceTokenizer(document);
        return tokenizer.With(RoleFinder.Find(tokenizer, null, document.Model.Settings));
    }

    public Encoding Encode(string text, string? pair = null, EncodeOptions? options = null) =>
        _encoder.Encode([pair is null ? [[text]] : [[text], [pair]]], words: false, options ?? EncodeOptions.Default)[0];

    /// <summary>Encodes texts that are already cut into words; offsets are positions in the word.</summary>
    public Encoding EncodeWords(IEnumerable<string> words, IEnumerable<string>? pair = null, EncodeOptions? options = null) =>
        _encoder.Encode([pair is null ? [[.. words]] : [[.. words], [.. pair]]], words: true, options ?? EncodeOptions.Default)[0];

    /// <summary>Encodes many texts, padded to one length if padding is asked for.</summary>
    public ImmutableArray<Encoding> EncodeBatch(IEnumerable<string> texts, EncodeOptions? options = null) =>
        [.. _encoder.Encode([.. texts.Select(t => (string[][])[[t]])], words: false, options ?? EncodeOptions.Default)];

    /// <summary>The token of an id; null where there is none.</summary>
    public string? TokenOf(int id) => _pipeline.Added.TextOf(id) ?? _pipeline.Model.Vocabulary.TokenOf(id);

    /// <summary>Whether the id belongs to a token that is looked for in the text as it is.</summary>
    public bool IsAdded(int id) => _pipeline.Added.Find(id) is not null;

    /// <summary>The id of a token as the vocabulary spells it; null where there is none.</summary>
    public int? IdOf(string token) => _pipeline.Added.Find(token)?.Id ?? _pipeline.Model.Vocabulary.IdOf(token);

    /// <summary>Text of ids; ids without a token are passed over, as in the reference.</summary>
    public string Decode(IEnumerable<int> ids, bool skipSpecialTokens)
    {
        var tokens = ids.Select(TokenOf).OfType<string>().Where(t => !skipSpecialTokens || !_pipeline.Added.IsSpecial(t)).ToList();
        return _pipeline.Decoder is { } decoder ? string.Concat(decoder.Apply(tokens)) : string.Join(' ', tokens);
    }

    /// <summary>Text of ids, special tokens included.</summary>
    public override string Decode(IEnumerable<int> ids) => Decode(ids, skipSpecialTokens: false);

    /// <inheritdoc/>
    public override OperationStatus Decode(IEnumerable<int> ids, Span<char> destination, out int idsConsumed, out int charsWritten)
    {
        var list = ids.ToList();
        var text = Decode(list);
        var fits = text.TryCopyTo(destination);
        (idsConsumed, charsWritten) = fits ? (list.Count, text.Length) : (0, 0);
        return fits ? OperationStatus.Done : OperationStatus.DestinationTooSmall;
    }

    /// <summary>Completes a tokenizer nobody else has seen yet by what other files say of it.</summary>
    internal HuggingFaceTokenizer With(Roles roles, string? chatTemplate = null)
    {
        (Roles, ChatTemplate) = (roles, chatTemplate);
        return this;
    }

    /// <inheritdoc/>
    protected override EncodeResults<EncodedToken> EncodeToTokens(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings)
    {
        text ??= textSpan.ToString();
        var encoding = Encode(text);
        var count = Math.Min(encoding.Count, settings.MaxTokenCount);
        return new()
        {
            Tokens = [.. Enumerable.Range(0, count).Select(i => new EncodedToken(encoding.Ids[i], encoding.Tokens[i], encoding.Offsets[i].Start..encoding.Offsets[i].End))],
            NormalizedText = null,
            CharsConsumed = count == encoding.Count ? text.Length : encoding.Offsets.Take(count).Select(o => o.End).DefaultIfEmpty(0).Max(),
        };
    }
}
