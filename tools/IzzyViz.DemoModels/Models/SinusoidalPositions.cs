using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Models;

/// <summary>Position codes of Vaswani et al. (2017), section 3.5, in Marian's order: sines in the first half, cosines in the second.</summary>
internal static class SinusoidalPositions
{
    public static Matrix Table(int positions, int width)
    {
        var table = new Matrix(positions, width);
        for (var position = 0; position < positions; position++)
        {
            for (var i = 0; i < width / 2; i++)
            {
                var angle = position / Math.Pow(10000, 2.0 * i / width);
                table.Row(position)[i] = (float)Math.Sin(angle);
                table.Row(position)[width / 2 + i] = (float)Math.Cos(angle);
            }
        }

        return table;
    }
}
