using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Whether a figure can still be read at the width it is asked for.</summary>
internal static class TypeSize
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>Says how small the smallest type is, and at which width it could be read.</summary>
    public static void Report(Figure figure, FigureFileOptions options, (string Where, DiagnosticBag Bag) to)
    {
        var scene = FigureWriter.Sheet(figure);
        var points = Smallest(scene) * options.MillimetresPerUnit(scene) * PointsPerMillimetre;
        if (options.Width is { } width && points < FigureFileOptions.SmallestType)
        {
            var enough = Math.Ceiling(width * FigureFileOptions.SmallestType / points);
            to.Bag.Add(PrintDiagnostics.SmallType.At(to.Where, Shown(width), Shown(points), Shown(enough)));
        }
    }

    /// <summary>In units of the canvas.</summary>
    public static double Smallest(Scene scene) => Smallest(scene.Nodes, Look.OfRoot);

    private static double Smallest(ImmutableArray<SceneNode> nodes, Look inherited) => nodes.Select(n => Smallest(n, inherited.With(n))).DefaultIfEmpty(double.MaxValue).Min();

    private static double Smallest(SceneNode node, Look look) => node switch
    {
        TextNode { Text.Length: > 0 } => look.Text.Size,
        GroupNode group => Smallest(group.Children, look),
        LinkNode link => Smallest(link.Children, look),
        DefineNode define => Smallest(define.Children, look),
        _ => double.MaxValue,
    };

    private static string Shown(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
