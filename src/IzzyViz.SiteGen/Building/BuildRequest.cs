using System.Collections.Immutable;
using IzzyViz.SiteGen.Isolation;
using IzzyViz.SiteGen.Printing;

namespace IzzyViz.SiteGen.Building;

/// <summary>What the command line says about a build.</summary>
internal sealed record BuildRequest
{
    /// <summary>A manifest, or the folder it lies in.</summary>
    public required string Manifest { get; init; }

    public required string Output { get; init; }

    public required string Store { get; init; }

    /// <summary><c>MODEL[/SLICE]</c>; null for everything.</summary>
    public string? Only { get; init; }

    /// <summary>A site or a store to compare with; null for no review.</summary>
    public string? Base { get; init; }

    /// <summary>What figures are written as besides SVG.</summary>
    public ImmutableArray<FigureFormat> Formats { get; init; } = [];

    /// <summary>Font files for scripts that Inter lacks.</summary>
    public ImmutableArray<string> Fonts { get; init; } = [];

    /// <summary>Threads inside the runtime's operators; 0 for all processors.</summary>
    public int Threads { get; init; }

    public IsolationMode Isolation { get; init; }
}
