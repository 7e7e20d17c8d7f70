using CsCheck;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Printing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Tests.Printing;

public class ArcTests
{
    [Fact]
    public void Arcs_run_where_those_of_Skia_run() =>
        Gen.Select(Gen.Double[0, 50], Gen.Double[0, 50], Gen.Double[1, 80], Gen.Bool, Gen.Bool).Sample((x, y, radius, isLarge, isClockwise) =>
        {
            using var ours = new SKPathBuilder();
            ours.MoveTo(20, 20);
            Arcs.AddStep(ours, new(20, 20), PathStep.Arc(radius, new(x, y), isLarge, isClockwise));
            using var theirs = new SKPathBuilder();
            theirs.MoveTo(20, 20);
            theirs.ArcTo(
                new((float)radius, (float)radius),
                0,
                isLarge ? SKPathArcSize.Large : SKPathArcSize.Small,
                isClockwise ? SKPathDirection.Clockwise : SKPathDirection.CounterClockwise,
                new((float)x, (float)y));
            using var a = ours.Detach();
            using var b = theirs.Detach();
            var (one, other) = (a.TightBounds, b.TightBounds);
            Assert.Equal(other.Left, one.Left, 0.1f);
            Assert.Equal(other.Top, one.Top, 0.1f);
            Assert.Equal(other.Right, one.Right, 0.1f);
            Assert.Equal(other.Bottom, one.Bottom, 0.1f);
        });

    [Fact]
    public void A_circle_has_its_radius_everywhere()
    {
        using var builder = new SKPathBuilder();
        Arcs.AddCircle(builder, new(0, 0), 100);
        using var path = builder.Detach();
        using var measure = new SKPathMeasure(path);
        for (var at = 0f; at < measure.Length; at += 3)
        {
            Assert.Equal(100, measure.GetPosition(at).Length, 0.05f);
        }
    }
}
