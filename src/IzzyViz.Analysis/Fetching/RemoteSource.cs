using System.Text.RegularExpressions;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Fetching;

/// <summary>A model in a repository of the Hugging Face hub.</summary>
public sealed partial record RemoteSource
{
    /// <summary><c>owner/name</c>, or a bare name for the hub's oldest models.</summary>
    public required string Repository { get; init; }

    /// <summary>A commit (40 hexadecimal digits), branch or tag. Only a commit is sure to stay what it is.</summary>
    public string Revision { get; init; } = "main";

    /// <summary>Which ONNX file of the repository; null to find it.</summary>
    public string? File { get; init; }

    /// <summary>What the ONNX file must hash to, hexadecimal; null to take the hub's word.</summary>
    public string? Sha256 { get; init; }

    public SourceLocation DeclaredAt { get; init; }

    public bool IsPinned => Commit().IsMatch(Revision);

    internal bool HasValidName => Name().IsMatch(Repository) && !Repository.Contains("..", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[0-9a-f]{40}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Commit();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Name();
}

/// <param name="Received">Bytes of this file so far, those of an earlier try included.</param>
/// <param name="Total">Bytes of this file; null where the hub did not say.</param>
/// <param name="Index">Which of <paramref name="Count"/> files, from 0.</param>
public readonly record struct FetchProgress(string File, long Received, long? Total, int Index, int Count);

/// <param name="Folder">Holds the model and what lies beside it, laid out as in the repository.</param>
/// <param name="Commit">The commit the revision stood for.</param>
/// <param name="ModelFile">The chosen ONNX file within the folder (of a pair the encoder), with forward slashes.</param>
public sealed record FetchedModel(string Folder, string Commit, string ModelFile);
