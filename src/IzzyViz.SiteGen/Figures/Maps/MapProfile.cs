namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>Whose rules a figure follows.</summary>
internal enum MapProfile
{
    /// <summary>Ours: masked cells do not exist, ties are decided, scales begin at 0, colours follow the reader's theme.</summary>
    Default,

    /// <summary>The numbers, texts and colours of IzzyViz 0.1.0 (commit 20e8844).</summary>
    IzzyViz,
}

/// <summary>What can be said of every map, whatever its kind; null for what the kind itself does.</summary>
internal sealed record MapSettings
{
    public static readonly MapSettings Default = new();

    public static readonly MapSettings Compatible = new() { Profile = MapProfile.IzzyViz };

    public MapProfile Profile { get; init; }

    /// <summary>γ of the power norm.</summary>
    public double Exponent { get; init; } = 1.5;

    public string? Title { get; init; }

    public string? XLabel { get; init; }

    public string? YLabel { get; init; }

    /// <summary>Every cell and mark is an element of its own with its row, column and value.</summary>
    public bool IsAnnotated { get; init; }

    public bool IsCompatible => Profile == MapProfile.IzzyViz;
}
