namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>A block of cells, all four sides included.</summary>
internal readonly record struct RegionBox(int Top, int Left, int Bottom, int Right)
{
    public int Rows => Bottom - Top + 1;

    public int Columns => Right - Left + 1;

    public int Area => Rows * Columns;

    /// <summary>They share a cell; touching is not enough.</summary>
    public bool Overlaps(RegionBox other) => Top <= other.Bottom && other.Top <= Bottom && Left <= other.Right && other.Left <= Right;

    public RegionBox With(RegionBox other) =>
        new(Math.Min(Top, other.Top), Math.Min(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Max(Right, other.Right));
}
