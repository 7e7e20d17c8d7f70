namespace IzzyViz.SiteGen.Drawing;

/// <summary>Value to 0…1 by ((v - min) / (max - min))^γ. Above 1 an exponent makes small values paler.</summary>
internal readonly record struct PowerNorm(double Minimum, double Maximum, double Exponent)
{
    /// <summary>0 below the range and for an empty range; more than 1 above it.</summary>
    public double Apply(double value) =>
        value <= Minimum || Maximum <= Minimum ? 0 : Math.Pow((value - Minimum) / (Maximum - Minimum), Exponent);

    public double Inverse(double share) => Minimum + (Math.Pow(share, 1 / Exponent) * (Maximum - Minimum));
}
