using Google.Protobuf;

namespace IzzyViz.Tokenizers.Tests.Folders;

/// <summary>Pieces and the little a tokenizer needs besides them, as a sentencepiece file.</summary>
/// <param name="Type">1 unigram, 2 BPE.</param>
/// <param name="Unknown">Index of the unknown piece.</param>
internal sealed record SentencePieceWriter(int Type, int Unknown, byte[] CharacterMap)
{
    /// <param name="pieces">The kind is 1 normal, 2 unknown, 3 control, 4 user-defined, 6 byte.</param>
    public void Write(string path, IEnumerable<(string Text, float Score, int Kind)> pieces)
    {
        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream);
        foreach (var (text, score, kind) in pieces)
        {
            Message(output, 1, p => { p.WriteRawTag(0x0A); p.WriteString(text); p.WriteRawTag(0x15); p.WriteFloat(score); p.WriteRawTag(0x18); p.WriteEnum(kind); });
        }

        Message(output, 2, t => { t.WriteRawTag(0x18); t.WriteEnum(Type); t.WriteRawTag(0xC0, 0x02); t.WriteInt32(Unknown); });
        Message(output, 3, n => { n.WriteRawTag(0x12); n.WriteBytes(ByteString.CopyFrom(CharacterMap)); });
        output.Flush();
        File.WriteAllBytes(path, stream.ToArray());
    }

    private static void Message(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var inner = new CodedOutputStream(stream))
        {
            write(inner);
        }

        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(stream.ToArray()));
    }
}
