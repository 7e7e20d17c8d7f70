using IzzyViz.Tokenizers.Json;

namespace IzzyViz.Tokenizers.AddedTokens;

/// <summary>Reads one entry of <c>added_tokens</c>, or of a configuration that describes tokens the same way.</summary>
internal static class AddedTokenPart
{
    public static AddedToken Load(JsonPart part) => new(
        part.Text("content"),
        part.Number("id", -1),
        part.Flag("single_word", false),
        part.Flag("lstrip", false),
        part.Flag("rstrip", false),
        part.Flag("normalized", !part.Flag("special", false)),
        part.Flag("special", false));
}
