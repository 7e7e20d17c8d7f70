namespace IzzyViz.SiteGen.Drawing;

/// <summary>Differences from -limit to limit on the 33 steps of the diverging scale; zero is the neutral middle.</summary>
internal readonly record struct DivergingScale(double Limit)
{
    public int Step(double difference)
    {
        var share = Limit <= 0 ? 0 : Math.Clamp(difference / Limit, -1, 1);
        return (int)Math.Round((share + 1) / 2 * (Palette.Steps - 1), MidpointRounding.AwayFromZero);
    }
}
