using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.PreTokenizers;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Decoders;

/// <summary>Makes the decoder that a <c>tokenizer.json</c> describes.</summary>
internal static class DecoderPart
{
    private const string Known = "Known are BPEDecoder, ByteFallback, ByteLevel, CTC, Fuse, Metaspace, Replace, Sequence, Strip and WordPiece.";

    public static Decoder Load(JsonPart part, UnicodeTables tables) => part.Type switch
    {
        "Sequence" => new SequenceDecoder([.. part.Parts("decoders").Select(p => Load(p, tables))], part),
        "ByteLevel" => new ByteLevelDecoder(),
        "WordPiece" => new WordPieceDecoder(part.Text("prefix", "##"), part.Flag("cleanup", true)),
        "Metaspace" => new MetaspaceDecoder(part.Text("replacement", "▁"), PrependSchemes.Load(part) != PrependScheme.Never),
        "BPEDecoder" => new SuffixDecoder(part.Text("suffix", "</w>")),
        "ByteFallback" => new ByteFallbackDecoder(),
        "Fuse" => new FuseDecoder(),
        "Strip" => new StripDecoder(part.Text("content"), part.Number("start", 0), part.Number("stop", 0)),
        "Replace" => new ReplaceDecoder(PatternPart.Load(part, tables), part.Text("content"), part),
        "CTC" => new CtcDecoder(part.Text("pad_token", "<pad>"), part.Text("word_delimiter_token", "|"), part.Flag("cleanup", true)),
        var type => throw part.Unsupported($"the decoder {type} is not supported.", Known),
    };
}
