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

    public List<SentencePiece> Vocabulary { get; } = [];

    public static SentencePieceFile Read(string path)
    {
        var file = new SentencePieceFile { Path = path };
        try
        {
            ProtocolMessage.Each(File.ReadAllBytes(path), (field, input) => file.Take(field, input));
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
                Vocabulary.Add(SentencePiece.Read(input.ReadBytes().ToByteArray()));
                return true;
            case Trainer:
                ProtocolMessage.Each(input.ReadBytes().ToByteArray(), TakeTrainer);
                return true;
            case Normalizer:
                ProtocolMessage.Each(input.ReadBytes().ToByteArray(), TakeNormalizer);
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
}
