using System.Text;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>What goes over between two processes of this tool, as bytes.</summary>
internal static class MessageBytes
{
    // Half a surrogate pair becomes U+FFFD, as it does wherever a text becomes bytes.
    private static readonly UTF8Encoding Text = new(false);

    public static BinaryReader Reader(ReadOnlyMemory<byte> head) => new(new MemoryStream(head.ToArray()), Text);

    public static byte[] Of(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Text);
        write(to);
        to.Flush();
        return bytes.ToArray();
    }
}
