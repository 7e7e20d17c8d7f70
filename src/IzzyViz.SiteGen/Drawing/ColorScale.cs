namespace IzzyViz.SiteGen.Drawing;

/// <summary>Values to the levels of a sequential scale: the 32 of the theme, or the 256 fixed colours that IzzyViz draws with.</summary>
internal readonly record struct ColorScale(PowerNorm Norm, bool IsBlues = false)
{
    public ColorScale(double minimum, double maximum, double exponent)
        : this(new PowerNorm(minimum, maximum, exponent))
    {
    }

    public int Levels => IsBlues ? Blues.Count : Palette.Levels;

    public int Level(double value) => Math.Clamp((int)(Share(value) * Levels), 0, Levels - 1);

    /// <summary>0…1 over the range. Matplotlib raises both sides of the fraction; its colours are reproduced only by doing the same.</summary>
    public double Share(double value) => IsBlues && value > Norm.Minimum && Norm.Maximum > Norm.Minimum
        ? Math.Pow(value - Norm.Minimum, Norm.Exponent) / Math.Pow(Norm.Maximum - Norm.Minimum, Norm.Exponent)
        : Norm.Apply(value);

    /// <summary>The smallest value of a level; of the level after the last, the largest value of the scale.</summary>
    public double LowerEdge(int level) => Norm.Inverse((double)level / Levels);

    public Paint Fill(int level) => IsBlues ? Paint.Fixed(Blues.At(level)) : Paint.Level(level);

    public Paint Ink(int level) => IsBlues ? Paint.Fixed(Blues.InkOn(Blues.At(level))) : Paint.OnLevel(level);

    /// <summary>From the colour of one level in the centre to that of another at the rim.</summary>
    public Paint Gradient(int centre, int rim) => IsBlues ? Paint.FixedGradient(Blues.At(centre), Blues.At(rim)) : Paint.LevelGradient(centre, rim);

    /// <summary>The colour of a level, on light paper.</summary>
    public Rgb Color(int level) => IsBlues ? Blues.At(level) : Palette.Light.Sequential[level];

    public Rgb InkColor(int level) => IsBlues ? Blues.InkOn(Blues.At(level)) : Palette.InkOn(Palette.Light.Sequential[level]);
}
