namespace IzzyViz.Analysis.Onnx;

/// <summary>A key with its value (<c>StringStringEntryProto</c>), of which values are read only where the key asks for it: exporters leave whole stack traces there.</summary>
internal readonly record struct StringEntry(string Key, ReadOnlyMemory<byte> Message)
{
    private const int KeyField = 1;
    private const int ValueField = 2;

    public static StringEntry Read(ReadOnlyMemory<byte> bytes) => new(Text(bytes, KeyField), bytes);

    public string Value() => Text(Message, ValueField);

    /// <summary>The last field of a number, as protobuf wants it; empty where there is none.</summary>
    private static string Text(ReadOnlyMemory<byte> bytes, int field)
    {
        var text = "";
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            if (reader.Field == field)
            {
                text = reader.Text();
            }
            else
            {
                reader.Skip();
            }
        }

        return text;
    }
}
