using Google.Protobuf;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>The few fields of sentencepiece's ModelProto that a tokenizer needs (sentencepiece_model.proto).</summary>
internal sealed class SentencePieceFile
{
    public const int Unigram = 1;
    public const int Bpe = 2;
    private const int Pieces = 1, Trainer = 2, Normalizer = 3;
    private const int Type = 3, ByteFallbackField = 35, UnknownField = 40, UnknownPieceField = 45, CharacterMapField = 2;

    public string Path { get; private init; } = "";

    public int ModelType { get; private set; } = Unigram;

    public bool ByteFallback { get; private set; }

    public int Unknown { get; private set; }

    public string UnknownPiece { get; private set; } = "<unk>";

    public byte[] CharacterMap { get; private set; } = [];

    public List<Piece> Vocabulary { get; } = [];

    public static SentencePieceFile Read(string path)
    {
        var file = new SentencePieceFile { Path = path };
        try
        {
            Each(File.ReadAllBytes(path), (field, input) => file.Take(field, input));
        }
        catch (InvalidProtocolBufferException problem)
        {
            throw new TokenizerException(
                path, "SentencePiece model", "it is damaged, cut short, or another format such as tiktoken's.", "Fetch the file again, or one with tokenizer.json.", problem);
        }

        return file.Vocabulary.Count > 0 ? file : throw new TokenizerException(path, "SentencePiece model", "it holds no pieces.", "Fetch the file again.");
    }

    private bool Take(int field, CodedInputStream input)
    {
        switch (field)
        {
            case Pieces:
                Vocabulary.Add(Piece.Read(input.ReadBytes().ToByteArray()));
                return true;
            case Trainer:
                Each(input.ReadBytes().ToByteArray(), TakeTrainer);
                return true;
            case Normalizer:
                Each(input.ReadBytes().ToByteArray(), TakeNormalizer);
                return true;
            default:
                return false;
        }
    }

    private bool TakeTrainer(int field, CodedInputStream input)
    {
        switch (field)
        {
            case Type:
                ModelType = input.ReadEnum();
                return true;
            case ByteFallbackField:
                ByteFallback = input.ReadBool();
                return true;
            case UnknownField:
                Unknown = input.ReadInt32();
                return true;
            case UnknownPieceField:
                UnknownPiece = input.ReadString();
                return true;
            default:
                return false;
        }
    }

    private bool TakeNormalizer(int field, CodedInputStream input)
    {
        if (field != CharacterMapField)
        {
            return false;
        }

        CharacterMap = input.ReadBytes().ToByteArray();
        return true;
    }

    /// <param name="take">Reads a field it wants; false leaves it to be skipped.</param>
    private static void Each(byte[] bytes, Func<int, CodedInputStream, bool> take)
    {
        using var input = new CodedInputStream(bytes);
        while (input.ReadTag() is > 0 and var tag)
        {
            if (!take(WireFormat.GetTagFieldNumber(tag), input))
            {
                input.SkipLastField();
            }
        }
    }

    /// <param name="Kind">1 normal, 2 unknown, 3 control, 4 user-defined, 5 unused, 6 byte.</param>
    internal readonly record struct Piece(string Text, float Score, int Kind)
    {
        public const int Control = 3;
        public const int UserDefined = 4;

        public static Piece Read(byte[] bytes)
        {
            var piece = new Piece("", 0, 1);
            Each(bytes, (field, input) =>
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
}
