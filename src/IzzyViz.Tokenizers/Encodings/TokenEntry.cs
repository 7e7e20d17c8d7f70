namespace IzzyViz.Tokenizers.Encodings;

/// <summary>A token while an encoding is put together. Offsets are code points; -1 stands for no segment and no word.</summary>
internal readonly record struct TokenEntry(int Id, string Value, int Start, int End)
{
    public int TypeId { get; init; }

    public int Segment { get; init; }

    public int Word { get; init; }

    public bool IsSpecial { get; init; }

    public bool IsPadding { get; init; }

    /// <summary>A token that comes from no text.</summary>
    public static TokenEntry Added(int id, string value, int typeId) => new(id, value, 0, 0) { TypeId = typeId, Segment = -1, Word = -1, IsSpecial = true };
}
