using Google.Protobuf;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>The fields of a message in the wire format of protocol buffers.</summary>
internal static class ProtocolMessage
{
    /// <param name="take">Reads a field it wants; false leaves it to be skipped.</param>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no message.</exception>
    public static void Each(byte[] bytes, Func<int, CodedInputStream, bool> take)
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
}
