using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Makes the normalizer that a <c>tokenizer.json</c> describes.</summary>
internal static class NormalizerPart
{
    private const string Known =
        "Known are BertNormalizer, ByteLevel, Lowercase, NFC, NFD, NFKC, NFKD, Nmt, Precompiled, Prepend, Replace, Sequence, Strip and StripAccents.";

    public static Normalizer Load(JsonPart part, UnicodeTables tables) => part.Type switch
    {
        "Sequence" => new SequenceNormalizer([.. part.Parts("normalizers").Select(p => Load(p, tables))], part),
        "BertNormalizer" => new BertNormalizer(BertSettings.Load(part), tables),
        "NFD" => new FormNormalizer(new(tables.Composition, compatible: false, compose: false)),
        "NFKD" => new FormNormalizer(new(tables.Composition, compatible: true, compose: false)),
        "NFC" => new FormNormalizer(new(tables.Composition, compatible: false, compose: true)),
        "NFKC" => new FormNormalizer(new(tables.Composition, compatible: true, compose: true)),
        "Lowercase" => new LowercaseNormalizer(tables),
        "StripAccents" => new RemovingNormalizer(tables.Combining),
        "Strip" => new StripNormalizer(part.Flag("strip_left"), part.Flag("strip_right"), tables),
        "Prepend" => new PrependNormalizer(part.Text("prepend")),
        "Replace" => new ReplaceNormalizer(PatternPart.Load(part, tables), part.Text("content"), part),
        "Nmt" => new NmtNormalizer(),
        "Precompiled" => new PrecompiledNormalizer(CharacterMap.Load(part)),
        "ByteLevel" => new ByteLevelNormalizer(),
        var type => throw part.Unsupported($"the normalizer {type} is not supported.", Known),
    };
}
