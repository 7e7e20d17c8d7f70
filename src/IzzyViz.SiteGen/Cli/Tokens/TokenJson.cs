using System.Text.Encodings.Web;
using System.Text.Json;
using IzzyViz.Tokenizers;

namespace IzzyViz.SiteGen.Cli.Tokens;

/// <summary>One line of <c>tokens --json</c>.</summary>
internal static class TokenJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(HuggingFaceTokenizer tokenizer, Encoding encoding, bool utf16)
    {
        var offsets = utf16 ? encoding.Offsets : encoding.CodePointOffsets;
        return JsonSerializer.Serialize(
            new
            {
                ids = encoding.Ids,
                offsets = offsets.Select(o => new[] { o.Start, o.End }),
                type_ids = encoding.TypeIds,
                special_tokens_mask = encoding.SpecialTokensMask,
                sequence_ids = encoding.SequenceIds,
                word_ids = encoding.WordIds,
                tokens = encoding.Tokens,
                labels = TokenLabel.Of(tokenizer, encoding),
            },
            Readable);
    }

    public static string Error(string message) => JsonSerializer.Serialize(new { error = message }, Readable);
}
