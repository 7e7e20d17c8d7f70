using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Decoders;

/// <summary>Bytes from their stand-ins; a token with any other character is taken as text. Broken UTF-8 becomes U+FFFD.</summary>
internal sealed class ByteLevelDecoder : Decoder
{
    public override List<string> Apply(List<string> tokens)
    {
        var bytes = new List<byte>();
        foreach (var token in tokens)
        {
            bytes.AddRange(TryBytes(token) ?? System.Text.Encoding.UTF8.GetBytes(token));
        }

        return [System.Text.Encoding.UTF8.GetString([.. bytes])];
    }

    public static byte[]? TryBytes(string token)
    {
        var bytes = new byte[token.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!ByteAlphabet.TryByte(token[i], out bytes[i]))
            {
                return null;
            }
        }

        return bytes;
    }
}
