namespace IzzyViz.Analysis.Fetching;

/// <summary>A file to get, and where it goes.</summary>
/// <param name="Sha256">What the manifest asks for.</param>
internal sealed record DownloadTarget(RepositoryFile File, Uri Address, string Path, string? Sha256);
