using IzzyViz.Tokenizers.Json;

namespace IzzyViz.Tokenizers.Normalizers;

internal sealed record BertSettings
{
    public required bool Clean { get; init; }

    public required bool PartChinese { get; init; }

    public required bool StripAccents { get; init; }

    public required bool Lowercase { get; init; }

    /// <summary>Accents go where case goes, unless the file says otherwise.</summary>
    public static BertSettings Load(JsonPart part) => new()
    {
        Clean = part.Flag("clean_text"),
        PartChinese = part.Flag("handle_chinese_chars"),
        StripAccents = part.Flag("strip_accents", part.Flag("lowercase")),
        Lowercase = part.Flag("lowercase"),
    };
}
