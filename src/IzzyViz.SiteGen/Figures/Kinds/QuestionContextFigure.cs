using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>One map taken apart into what question and context give themselves and each other, on one scale.</summary>
internal static class QuestionContextFigure
{
    private const double BetweenPanels = 28;
    private const double HeadingHeight = 24;

    // The titles of the third and fourth are IzzyViz's, which has them the wrong way round.
    private static readonly ImmutableArray<MapWords> Words =
    [
        new("Question to question", "A -> A (Question attending to Question)"),
        new("Context to context", "B -> B (Context attending to Context)"),
        new("Question to context", "B -> A (Context attending to Question)"),
        new("Context to question", "A -> B (Question attending to Context)"),
        new("All to all", "All -> All (All tokens attending to all tokens)"),
    ];

    /// <param name="questionEnd">How many of the first tokens are the question.</param>
    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, LensSettings lens, int questionEnd)
    {
        var seen = MapInput.Seen(arrays, settings);
        var whole = new WeightMap(seen.Axes, seen.First);
        RequireSplit(whole, arrays.Source, questionEnd);
        var scale = MapInput.Scale(whole.Visible(), settings);
        var filled = settings.IsCompatible ? new ZeroFilling(whole.Values) : null;
        var panels = Parts(questionEnd).Select((part, i) => Words[i].Name(Panel((whole, part.Rows, part.Columns), filled, settings, lens), settings with { Title = null }) with { Colors = scale }).ToImmutableArray();
        ImmutableArray<MapPlate> plates = [.. panels.Select(p => new MapPlate(LensLayout.Of(p with { IsPlain = settings.IsCompatible || whole.Values.Rows <= LensLayout.CellLimit })))];
        var figure = new Figure
        {
            Slug = "question-context",
            Title = settings.Title ?? "Question and context",
            Description = string.Join(' ', panels.Zip(plates).Select(p => $"{p.First.Title}: {LensWords.Description(p.First.Map, p.Second.Layout.Top)}")),
            HowToRead = "Rows attend, columns are attended to; in each panel the strongest cells widen their rows and columns.",
            Legend = MapWords.Legend(panels[^1] with { Map = whole }, seen, $"One scale for the five panels; the question is the first {questionEnd} tokens."),
            Scene = Stack(plates),
        };
        return new(figure, new([.. plates.Select(p => p.Layout)]) { Extra = filled is null ? null : json => json.WriteGrid("input_after_call", whole, filled.Values) });
    }

    private static (Range Rows, Range Columns)[] Parts(int end) => [(..end, ..end), (end.., end..), (..end, end..), (end.., ..end), (.., ..)];

    private static MapSpec Panel((WeightMap Whole, Range Rows, Range Columns) part, ZeroFilling? filled, MapSettings settings, LensSettings lens)
    {
        filled?.Fill(part.Rows, part.Columns);
        var map = MapPart.Of(filled is null ? part.Whole : part.Whole with { Values = filled.Values }, part.Rows, part.Columns);
        return LensMap.Spec(map, settings, lens, thins: false) with { Top = Top(map, (part.Whole, part.Rows), settings, lens.Top) };
    }

    // A row that sees one key in all has no choice in a part of it either.
    private static ImmutableArray<StrongCell> Top(WeightMap panel, (WeightMap Map, Range Rows) whole, MapSettings settings, int count)
    {
        if (settings.IsCompatible)
        {
            return CompatibleTopCells.Of(panel.Values, count);
        }

        var first = whole.Rows.GetOffsetAndLength(whole.Map.Values.Rows).Offset;
        bool HasChoice(StrongCell cell) => whole.Map.Axes.Mask.VisibleCount(first + cell.Row) > 1;
        return [.. TopCells.Of(panel, count + panel.Values.Rows, countsForcedRows: true).Where(HasChoice).Take(count)];
    }

    private static Scene Stack(ImmutableArray<MapPlate> plates)
    {
        var nodes = ImmutableArray.CreateBuilder<SceneNode>();
        var (width, y) = (0.0, 0.0);
        foreach (var plate in plates)
        {
            var isLast = plate == plates[^1];
            var scene = isLast ? plate.WithLegend() : new Scene(plate.Width, plate.Height, plate.Draw());
            nodes.Add(new TextNode(new(0, y + TextStyle.Label.Size), plate.Layout.Spec.Title) { Style = TextStyle.Label.Strong });
            nodes.Add(new GroupNode(scene.Nodes) { Placement = new(0, y + HeadingHeight) });
            width = Math.Max(width, Math.Max(scene.Width, TextMeasure.Width(plate.Layout.Spec.Title, TextStyle.Label.Strong)));
            y += HeadingHeight + scene.Height + (isLast ? 0 : BetweenPanels);
        }

        return new(width, y, nodes.ToImmutable());
    }

    private static void RequireSplit(WeightMap map, string source, int end)
    {
        var (rows, columns) = (map.Values.Rows, map.Values.Columns);
        if (rows != columns)
        {
            throw new DiagnosticException(MapDiagnostics.NotSquare.At(source, rows, columns));
        }

        if (end < 1 || end >= rows)
        {
            throw new DiagnosticException(MapDiagnostics.SplitOutside.At(source, "--question-end", end, rows - 1));
        }
    }
}
