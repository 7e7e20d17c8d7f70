using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IzzyViz.Analysis.Fetching;

/// <summary>The hub's answer to <c>/api/models/{repository}/revision/{revision}?blobs=true</c>, as far as it is used.</summary>
internal sealed record RepositoryListing
{
    [JsonPropertyName("sha")]
    public string Commit { get; init; } = "";

    [JsonPropertyName("siblings")]
    public ImmutableArray<RepositoryFile> Files { get; init; } = [];
}

internal sealed record RepositoryFile
{
    [JsonPropertyName("rfilename")]
    public string Name { get; init; } = "";

    [JsonPropertyName("size")]
    public long? Size { get; init; }

    /// <summary>Git's SHA-1 of the file, or of its pointer where it is kept by LFS.</summary>
    [JsonPropertyName("blobId")]
    public string? BlobId { get; init; }

    [JsonPropertyName("lfs")]
    public LargeFile? Lfs { get; init; }

    /// <summary>A name that cannot leave the folder it is written to.</summary>
    [JsonIgnore]
    public bool IsSafe => Name.Length > 0 && !Name.Contains('\\') && !Name.Contains(':') && Name.Split('/').All(p => p is not ("" or "." or ".."));
}

internal sealed record LargeFile
{
    [JsonPropertyName("sha256")]
    public string? Sha256 { get; init; }

    [JsonPropertyName("size")]
    public long? Size { get; init; }
}

[JsonSerializable(typeof(RepositoryListing))]
internal sealed partial class ListingJson : JsonSerializerContext;
