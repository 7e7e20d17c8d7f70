using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>A model that lies in a folder, as its entry in a manifest would name it.</summary>
internal sealed record FoundModel
{
    public required string Id { get; init; }

    /// <summary>Relative to the folder searched, with '/'; for a family the pattern with its '*'.</summary>
    public required string Path { get; init; }

    /// <summary>Which ONNX file, where the folder has several and no convention decides.</summary>
    public string? File { get; init; }

    /// <summary>The files not taken.</summary>
    public ImmutableArray<string> OtherFiles { get; init; } = [];

    public required ModelTask Task { get; init; }

    /// <summary>The manifest's key for where it lies: <c>path</c>, <c>checkpoints</c> or <c>repeats</c>.</summary>
    public string Key { get; init; } = "path";

    /// <summary>The word before the number of a family's members.</summary>
    public string? Label { get; init; }
}

internal enum ModelTask
{
    Encoder,
    Decoder,
    EncoderDecoder,
}
