using System.Collections.Immutable;
using System.IO.Compression;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Several arrays of NumPy by name (<c>.npz</c>): a zip archive of <c>.npy</c> files.</summary>
internal static class NpzReader
{
    private const string Extension = ".npy";

    /// <exception cref="InvalidDataException">It is no archive, or one of its arrays is broken.</exception>
    public static ImmutableSortedDictionary<string, Tensor> Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return archive.Entries
            .Where(e => e.FullName.EndsWith(Extension, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(e => e.FullName[..^Extension.Length], Read, StringComparer.Ordinal);
    }

    private static Tensor Read(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        try
        {
            return NpyReader.Read(to.ToArray());
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"'{entry.FullName}': {e.Message}", e);
        }
    }
}
