namespace IzzyViz.Tokenizers.Folders;

/// <summary>An entry of a sentencepiece vocabulary.</summary>
/// <param name="Score">Log probability; of a BPE model, the negative rank.</param>
/// <param name="Kind">1 normal, 2 unknown, 3 control, 4 user-defined, 5 unused, 6 byte.</param>
internal readonly record struct SentencePiece(string Text, float Score, int Kind)
{
    public const int Control = 3;
    public const int UserDefined = 4;

    public static SentencePiece Read(byte[] bytes)
    {
        var piece = new SentencePiece("", 0, 1);
        ProtocolMessage.Each(bytes, (field, input) =>
        {
            piece = field switch
            {
                1 => piece with { Text = input.ReadString() },
                2 => piece with { Score = input.ReadFloat() },
                3 => piece with { Kind = input.ReadEnum() },
                _ => piece,
            };
            return field is 1 or 2 or 3;
        });
        return piece;
    }
}
