using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Figures.Lens;

internal sealed record TableLensOptions
{
    public static readonly TableLensOptions Default = new();

    /// <summary>How the head is called; its short address if null.</summary>
    public string? HeadName { get; init; }

    /// <summary>Part of the address of the figure; made from the head if null.</summary>
    public string? Slug { get; init; }

    /// <summary>How many of the strongest cells enlarge their row and column.</summary>
    public int Top { get; init; } = 3;

    /// <summary>Rows that see one key only, whose weight is 1 by necessity, count among the strongest cells, as in IzzyViz.</summary>
    public bool CountsForcedRows { get; init; }

    /// <summary>Cells that enlarge their row and column instead of the strongest, with the values to print; NaN for none.</summary>
    public ImmutableArray<StrongCell> Places { get; init; } = [];

    public double Enlargement { get; init; } = 1.8;

    /// <summary>γ of the power norm.</summary>
    public double Exponent { get; init; } = 1.5;

    /// <summary>End of the scale where several maps share one; the map's own largest weight if null.</summary>
    public double? Maximum { get; init; }

    public bool PrintsScores { get; init; } = true;
}
