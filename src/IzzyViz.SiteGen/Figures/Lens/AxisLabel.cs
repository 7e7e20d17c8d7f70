namespace IzzyViz.SiteGen.Figures.Lens;

/// <summary>One token beside its row or column.</summary>
/// <param name="Band">Index of the row or column.</param>
/// <param name="Text">What is drawn; cut where the token is long.</param>
/// <param name="Full">The whole label where <paramref name="Text"/> is cut; null elsewhere.</param>
/// <param name="Offset">Where along the axis the label stands; away from the middle of its band where neighbours need the room.</param>
internal sealed record AxisLabel(int Band, string Text, string? Full, double Offset)
{
    public bool IsSpecial { get; init; }

    /// <summary>The row or column holds one of the strongest cells.</summary>
    public bool IsTop { get; init; }

    /// <summary>Set only to keep one's bearings, like the degrees at the edge of a map.</summary>
    public bool IsBearing { get; init; }
}
