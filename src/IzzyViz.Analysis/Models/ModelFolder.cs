using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Files;

namespace IzzyViz.Analysis.Models;

/// <summary>A model on disk: its graphs, and what lies beside them.</summary>
public sealed record ModelFolder
{
    /// <summary>What the user gave: a file or a folder.</summary>
    public required string Path { get; init; }

    /// <summary>Which file of the folder was asked for; null where nobody named one.</summary>
    public string? File { get; init; }

    public required ImmutableArray<GraphFile> Graphs { get; init; }

    public ModelConfig Config { get; init; } = ModelConfig.None;

    /// <summary><c>tokenizer.json</c>, or what stands in for it; null where there is none.</summary>
    public string? TokenizerPath => TokenizerFiles.FirstOrDefault();

    public ImmutableArray<string> Labels => Config.Labels;

    /// <summary>Every file whose content decides what the model computes, sorted: graphs, their external data, the config.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Every file whose content decides what a text becomes, the tokenizer's own first.</summary>
    public ImmutableArray<string> TokenizerFiles { get; init; } = [];

    public long TotalBytes => Files.Sum(RegularFile.Length);

    /// <summary>SHA-256 over all <see cref="Files"/> and <see cref="TokenizerFiles"/>, lower-case hex; reads them, so ask once.</summary>
    public string ContentHash() => FileHash.Of([.. Files, .. TokenizerFiles]);

    /// <summary>Finds the model at a path; null and findings in the bag where there is none or not one alone.</summary>
    /// <param name="file">Which ONNX file of the folder; null to find it.</param>
    public static ModelFolder? Find(string path, string? file, DiagnosticBag bag) => ModelFinder.Find(path, file, bag);
}

public sealed record GraphFile(string Path, GraphRole Role);

public enum GraphRole
{
    Single,

    /// <summary>The first of two graphs; its output is what the decoder's cross-attention reads.</summary>
    Encoder,
    Decoder,
}
