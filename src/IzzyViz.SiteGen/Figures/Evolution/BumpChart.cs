using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>Bands that change thickness and place from stage to stage: in each the thickest on top. A stage is a flat piece, curves lead from one to the next.</summary>
internal sealed class BumpChart
{
    /// <summary>Ink can be read on the bands, and where they cross both are seen.</summary>
    public const double Opacity = 0.5;

    private const double Plot = 300;
    private const double Gap = 3;
    private const double Axis = 20;
    private readonly ImmutableArray<ImmutableArray<double>> _bands;
    private readonly bool _lastIsRest;
    private readonly double[,] _tops;
    private readonly double _flat;
    private readonly double _pitch;

    /// <param name="bands">Shares <c>[band][stage]</c>; those of a stage sum to 1.</param>
    /// <param name="lastIsRest">The last band lies at the bottom, whatever its thickness.</param>
    public BumpChart(ImmutableArray<ImmutableArray<double>> bands, bool lastIsRest)
    {
        (_bands, _lastIsRest) = (bands, lastIsRest);
        (_flat, _pitch) = Stages switch { <= 4 => (54, 170), <= 8 => (46, 110), <= 12 => (40, 82), <= 16 => (36, 64), _ => (14, 34) };
        _tops = new double[bands.Length, Stages];
        foreach (var stage in Enumerable.Range(0, Stages))
        {
            Stack(stage);
        }
    }

    public double Width => ((Stages - 1) * _pitch) + _flat;

    public double Height => Axis + Plot + ((_bands.Length - 1) * Gap);

    private int Stages => _bands[0].Length;

    public Paint PaintOf(int band) => _lastIsRest && band == _bands.Length - 1 ? Paint.Rule : Paint.Category(band);

    /// <param name="names">Of the bands, for pointing at them.</param>
    public IEnumerable<SceneNode> Draw(string[] names)
    {
        // Thin bands lie over thick ones where they cross.
        foreach (var band in Enumerable.Range(0, _bands.Length).OrderByDescending(b => _bands[b].Max()))
        {
            yield return new PathNode([.. Outline(band)]) { Fill = PaintOf(band), Opacity = Opacity, Title = names[band] };
        }

        yield return new GroupNode([.. Numbers()]) { Style = TextStyle.Note };
        yield return new GroupNode([.. Layers()]) { Style = TextStyle.Note, Fill = Paint.Muted };
    }

    private void Stack(int stage)
    {
        var rest = _lastIsRest ? _bands.Length - 1 : -1;
        var y = Axis;
        foreach (var band in Enumerable.Range(0, _bands.Length).OrderBy(b => b == rest).ThenByDescending(b => _bands[b][stage]))
        {
            _tops[band, stage] = y;
            y += (_bands[band][stage] * Plot) + Gap;
        }
    }

    private double Bottom(int band, int stage) => _tops[band, stage] + (_bands[band][stage] * Plot);

    private IEnumerable<PathStep> Outline(int band)
    {
        yield return PathStep.Move(0, _tops[band, 0]);
        for (var stage = 0; stage < Stages; stage++)
        {
            var (left, right) = (stage * _pitch, (stage * _pitch) + _flat);
            if (stage > 0)
            {
                yield return Bend(new(left - _pitch + _flat, _tops[band, stage - 1]), new(left, _tops[band, stage]));
            }

            yield return PathStep.Line(right, _tops[band, stage]);
        }

        for (var stage = Stages - 1; stage >= 0; stage--)
        {
            var (left, right) = (stage * _pitch, (stage * _pitch) + _flat);
            yield return stage == Stages - 1 ? PathStep.Line(right, Bottom(band, stage)) : Bend(new(right + _pitch - _flat, Bottom(band, stage + 1)), new(right, Bottom(band, stage)));
            yield return PathStep.Line(left, Bottom(band, stage));
        }

        yield return PathStep.Close;
    }

    private static PathStep Bend(ScenePoint from, ScenePoint to)
    {
        var middle = (from.X + to.X) / 2;
        return PathStep.Cubic(new(middle, from.Y), new(middle, to.Y), to);
    }

    private IEnumerable<SceneNode> Numbers() =>
        from band in Enumerable.Range(0, _bands.Length)
        from stage in Enumerable.Range(0, Stages)
        where _bands[band][stage] * Plot >= 14 && _flat >= 30
        select new TextNode(new((stage * _pitch) + (_flat / 2), ((_tops[band, stage] + Bottom(band, stage)) / 2) + TextStyle.Note.HalfCapital), FigureNumber.PerCent(_bands[band][stage]))
        {
            Anchor = TextAnchor.Middle,
        };

    private IEnumerable<SceneNode> Layers()
    {
        var every = Math.Max(1, (int)Math.Ceiling(30 / _pitch));
        return Enumerable.Range(0, Stages).Where(s => s % every == 0).Select(s => new TextNode(new((s * _pitch) + (_flat / 2), 12), $"L{s}") { Anchor = TextAnchor.Middle });
    }
}
