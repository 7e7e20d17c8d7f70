using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>What one map shows, before it has a size.</summary>
internal sealed record MapSpec
{
    public required WeightMap Map { get; init; }

    public required ColorScale Colors { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Above the columns.</summary>
    public string XLabel { get; init; } = "attended to";

    /// <summary>Beside the rows.</summary>
    public string YLabel { get; init; } = "attending";

    /// <summary>The cells that enlarge their row and column; null for a map without a lens.</summary>
    public ImmutableArray<StrongCell>? Top { get; init; }

    public double Enlargement { get; init; } = 1.8;

    /// <summary>Rows that see one key only were not among the candidates for <see cref="Top"/>.</summary>
    public bool LeavesOutRows { get; init; }

    public bool PrintsScores { get; init; } = true;

    public LabelRule Labels { get; init; } = LabelRule.Default;

    public ImmutableArray<RegionBox> Regions { get; init; } = [];

    public RegionStyle RegionStyle { get; init; } = RegionStyle.Default;

    /// <summary>Whether cells are coloured by their values.</summary>
    public bool HasGround { get; init; } = true;

    /// <summary>Long inputs show sums at the edges, and longer ones means of blocks.</summary>
    public bool IsPlain { get; init; } = true;

    public bool IsAnnotated { get; init; }

    public bool IsCompatible => Colors.IsBlues;
}

/// <summary>Which tokens are labelled.</summary>
internal sealed record LabelRule
{
    public static readonly LabelRule Default = new();

    /// <summary>Up to so many tokens all are labelled and the values of the strongest cells are printed.</summary>
    public int LongThreshold { get; init; } = 64;

    /// <summary>Above it, every so manieth token is labelled by its position; null for what there is room for (by IzzyViz's rules: none).</summary>
    public int? Interval { get; init; }

    /// <summary>Above it, the tokens of the strongest cells are labelled.</summary>
    public bool NamesTop { get; init; } = true;

    /// <summary>Degrees of column labels, for <c>--data</c>.</summary>
    public double Rotation { get; init; } = 45;

    public bool IsLong(int tokens) => tokens > LongThreshold;
}

/// <summary>How regions are outlined.</summary>
internal sealed record RegionStyle(Paint Paint, double Opacity = 1, bool IsLabelled = false)
{
    public static readonly RegionStyle Default = new(Paint.Accent);

    public static readonly RegionStyle Red = new(Paint.Fixed(new(255, 0, 0)));

    public static readonly RegionStyle Orange = new(Paint.Fixed(new(255, 165, 0)), 0.7);
}
