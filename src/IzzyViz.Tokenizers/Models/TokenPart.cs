namespace IzzyViz.Tokenizers.Models;

/// <summary>A token and the characters of its piece that it covers.</summary>
internal readonly record struct TokenPart(int Id, string Value, int Start, int End);
