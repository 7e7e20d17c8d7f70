using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>One picture and all that must be said beside it.</summary>
internal sealed record Figure
{
    /// <summary>Part of a file name and prefix of ids; unique on its page.</summary>
    public required string Slug { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>What somebody would be told who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>One line on how to read it.</summary>
    public required string HowToRead { get; init; }

    /// <summary>The scale in words: range, exponent, what is masked, averaged or left out.</summary>
    public required string Legend { get; init; }

    public required Scene Scene { get; init; }

    /// <summary>At most 200, strongest first; empty where the figure shows no single cells.</summary>
    public ImmutableArray<StrongCell> StrongestCells { get; init; } = [];
}

/// <summary>One cell of a map by row (query) and column (key).</summary>
internal readonly record struct StrongCell(int Row, int Column, double Value);
