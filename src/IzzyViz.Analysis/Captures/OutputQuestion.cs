using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures;

/// <summary>What is to be read from a model's outputs for one example.</summary>
public sealed record OutputQuestion
{
    public required ModelConfig Config { get; init; }

    public required ModelTask Task { get; init; }

    public required ModelInput Input { get; init; }

    /// <summary>Readable form of a token id.</summary>
    public required Func<int, string> TokenLabel { get; init; }

    /// <summary>The example's class by name or index; null where it has none.</summary>
    public string? Label { get; init; }

    /// <summary>What a translator wrote, already as text; null where nothing was generated.</summary>
    public string? Written { get; init; }

    /// <summary>What it should have written; null where the example does not say.</summary>
    public string? Wanted { get; init; }
}
