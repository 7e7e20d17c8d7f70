namespace IzzyViz.SiteGen.Drawing;

/// <summary>Values to the 32 levels of the sequential scale.</summary>
internal readonly record struct ColorScale(PowerNorm Norm)
{
    public ColorScale(double minimum, double maximum, double exponent)
        : this(new PowerNorm(minimum, maximum, exponent))
    {
    }

    public int Level(double value) => Math.Clamp((int)(Norm.Apply(value) * Palette.Levels), 0, Palette.Levels - 1);

    /// <summary>The smallest value of a level; of the level after the last, the largest value of the scale.</summary>
    public double LowerEdge(int level) => Norm.Inverse((double)level / Palette.Levels);
}
