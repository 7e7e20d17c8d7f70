using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Heads;

internal sealed record AllHeadsOptions
{
    public static readonly AllHeadsOptions Default = new();

    public string Slug { get; init; } = "all-heads";

    public string Title { get; init; } = "Attention of every head";

    /// <summary>γ of the power norm: below 1, because one scale has to show heads that look at one token and heads that look at all.</summary>
    public double Exponent { get; init; } = 0.7;

    /// <summary>Address of a head's page relative to the page of this figure; null for no links.</summary>
    public Func<HeadAddress, string>? LinkOf { get; init; }

    /// <summary>About how wide the figure may get.</summary>
    public double Width { get; init; } = 1120;
}
