namespace IzzyViz.Tokenizers.Models;

/// <summary>A symbol on its way to a token: its neighbours and how many UTF-8 bytes of the piece it covers, 0 once merged away.</summary>
internal record struct Symbol(int Id, int Bytes, int Previous, int Next);
