using System.Security.Cryptography;
using System.Text;

namespace IzzyViz.Analysis.Fetching;

/// <summary>Holds a received file against everything that was promised for it.</summary>
internal static class PromisedHash
{
    /// <param name="promised">SHA-256 from the headers of the answer, if they had one.</param>
    public static async Task<WrongHashException?> MismatchAsync(FileStream file, DownloadTarget target, string? promised, CancellationToken cancellation)
    {
        var (sha256, gitSha1) = await ComputeAsync(file, cancellation);
        (string Name, string? Expected, string Actual)[] checks =
        [
            ("SHA-256 (of the manifest)", target.Sha256?.ToLowerInvariant(), sha256),
            ("SHA-256", target.File.Lfs?.Sha256, sha256),
            ("SHA-256", promised, sha256),
            ("Git hash", target.File.Lfs is null ? target.File.BlobId : null, gitSha1),
        ];
        var failed = checks.FirstOrDefault(c => c.Expected is not null && c.Expected != c.Actual);
        return failed.Expected is { } expected ? new(target.File.Name, failed.Name) { Expected = expected, Actual = failed.Actual } : null;
    }

    private static async Task<(string Sha256, string GitSha1)> ComputeAsync(FileStream file, CancellationToken cancellation)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha1.AppendData(Encoding.ASCII.GetBytes($"blob {file.Length}\0"));
        var buffer = new byte[1 << 17];
        file.Seek(0, SeekOrigin.Begin);
        while (await file.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            sha256.AppendData(buffer, 0, count);
            sha1.AppendData(buffer, 0, count);
        }

        return (Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(sha1.GetHashAndReset()));
    }
}

internal sealed class WrongHashException(string file, string name) : Exception($"{file}: wrong {name}")
{
    public string File => file;

    public string Name => name;

    public required string Expected { get; init; }

    public required string Actual { get; init; }

    /// <summary>Part of the file came from an earlier try.</summary>
    public bool WasResumed { get; set; }
}
