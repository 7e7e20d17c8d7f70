using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IzzyViz.Analysis.Files;

namespace IzzyViz.Analysis.Models;

/// <summary>One hash over several files: each one's name, length and content.</summary>
internal static class FileHash
{
    private const int Chunk = 1 << 20;

    public static string Of(ImmutableArray<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Chunk];
        foreach (var file in files)
        {
            var length = RegularFile.Length(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(file)}\n{length}\n"));
            if (length > 0)
            {
                Append(hash, file, buffer);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string file, byte[] buffer)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
        }
    }
}
