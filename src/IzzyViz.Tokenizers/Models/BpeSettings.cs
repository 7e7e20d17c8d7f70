namespace IzzyViz.Tokenizers.Models;

internal sealed record BpeSettings
{
    public string? Unknown { get; init; }

    /// <summary>What every symbol but a piece's first carries.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What a piece's last symbol carries.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Whether neighbouring unknown symbols become one token.</summary>
    public bool FuseUnknown { get; init; }

    /// <summary>Whether unknown characters become tokens <c>&lt;0x00&gt;</c> of their bytes.</summary>
    public bool ByteFallback { get; init; }

    /// <summary>Whether a piece that is a token as a whole is taken without merging.</summary>
    public bool IgnoreMerges { get; init; }
}
