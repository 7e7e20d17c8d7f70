using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Models;

/// <summary>Position codes of Vaswani et al. (2017), section 3.5, in Marian's order: first the sines, then the cosines.</summary>
internal sealed record SinusoidalPositions
{
    public float Amplitude { get; init; } = 1;

    /// <summary>The slowest wave takes about 2π times as many positions to come round.</summary>
    public double Base { get; init; } = 10000;

    public Matrix Table(int positions, int width)
    {
        var table = new Matrix(positions, width);
        for (var position = 0; position < positions; position++)
        {
            for (var i = 0; i < width / 2; i++)
            {
                var angle = position / Math.Pow(Base, 2.0 * i / width);
                table.Row(position)[i] = Amplitude * (float)Math.Sin(angle);
                table.Row(position)[width / 2 + i] = Amplitude * (float)Math.Cos(angle);
            }
        }

        return table;
    }
}
