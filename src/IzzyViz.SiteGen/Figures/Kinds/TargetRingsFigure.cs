using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>Every run as a ring of a target, the first in the middle, over the mean.</summary>
internal static class TargetRingsFigure
{
    private static readonly MapWords Words = new("Runs as rings", "");

    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, RunMarkSettings options)
    {
        var map = MarkedMap.Of(arrays, settings, a => RunMarks.Of(a, settings, Ring), m => Spec(m, settings, options));
        var figure = new Figure
        {
            Slug = "target-rings",
            Title = Words.Heading(settings),
            Description = $"{map.Size} {map.Seen.Matrices.Length} runs as rings in every cell.",
            HowToRead = "In every cell the first run is the middle of a target and the last its outermost ring; a target of one colour is the same in all runs.",
            Legend = MapWords.Legend(map.Plate.Layout.Spec with { HasGround = true }, map.Drawn, options.HasBackground ? "Behind a target is the mean." : ""),
            Scene = map.Plate.WithLegend(Targets(map.Plate.Layout, map.Cells, map.Seen.Matrices.Length)),
        };
        return map.With(figure, json => map.All.Write(json, []));
    }

    private static MapSpec Spec(RunMarks of, MapSettings settings, RunMarkSettings options) =>
        Words.Name(MarkedMap.Spec(of.Mean, of.Scale, settings), settings) with { HasGround = options.HasBackground };

    private static RunMark Ring(RunMark mark, (int Run, int Runs) of) => mark with
    {
        Radius = RunMarks.Radius * (of.Run + 1) / of.Runs,
        Width = (RunMarks.Radius * (of.Run + 1) / of.Runs) - (RunMarks.Radius * of.Run / of.Runs),
    };

    // From the outside in, each run covers the middle of the one before.
    private static ImmutableArray<SceneNode> Targets(LensLayout layout, RunMarks marks, int runs) =>
    [
        .. Enumerable.Range(0, runs).Reverse().SelectMany(run => Discs.Draw(layout,
            [.. marks.Marks.Where((_, i) => i % runs == run).Select(m => new Disc(m.Row, m.Column, m.Radius, marks.Scale.Fill(marks.Scale.Level(m.Value))) { Values = [m.Value] })])),
    ];
}
