using System.Globalization;
using System.Text;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Slices;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Figures;

/// <summary>Every kind of figure at several sizes, as files and on one page, to be looked at: <c>-- contact-sheet FOLDER</c>.</summary>
internal static class ContactSheet
{
    private static readonly int[] Sizes = [3, 5, 12, 24, 40, 64, 65, 100, 200, 300, 512];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var figures = Figures().Concat(ViewSheet.Figures()).ToArray();
        foreach (var (name, figure) in figures)
        {
            File.WriteAllText(Path.Combine(folder, name + ".svg"), FigureWriter.Standalone(figure));
        }

        File.WriteAllText(Path.Combine(folder, "index.html"), Page(figures));
        File.WriteAllLines(Path.Combine(folder, "sizes.txt"), figures.Select(Size));
    }

    // Bytes and elements of the picture in a page, and bytes of the file.
    private static string Size((string Name, Figure Figure) item)
    {
        var (inline, file) = (FigureWriter.Inline(item.Figure), FigureWriter.Standalone(item.Figure));
        var elements = inline.Count(c => c == '<') - inline.Split("</").Length + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{item.Name,-24} {Encoding.UTF8.GetByteCount(inline),9} {elements,6} {Encoding.UTF8.GetByteCount(file),9}");
    }

    private static IEnumerable<(string Name, Figure Figure)> Real()
    {
        if (RealMaps.Load("minilm-l6-int8", "t29") is { IsEmpty: false } maps)
        {
            yield return ("real-heads", AllHeadsFigure.Draw(maps, Linked));
            yield return ("real-lens-diffuse", TableLensFigure.Draw(maps[4], TableLensOptions.Default));
            yield return ("real-lens", TableLensFigure.Draw(maps[^5], TableLensOptions.Default));
        }
    }

    private static IEnumerable<(string Name, Figure Figure)> Figures()
    {
        foreach (var figure in Real())
        {
            yield return figure;
        }

        foreach (var size in Sizes)
        {
            yield return ($"lens-{size}", TableLensFigure.Draw(SampleMaps.Single(size), TableLensOptions.Default));
            yield return ($"lens-causal-{size}", TableLensFigure.Draw(SampleMaps.Single(size, isCausal: true), TableLensOptions.Default));
        }

        yield return ("lens-chinese", TableLensFigure.Draw(SampleMaps.OfChinese(), TableLensOptions.Default));
        yield return ("lens-arabic", TableLensFigure.Draw(SampleMaps.OfArabic(), TableLensOptions.Default));
        yield return ("lens-mixed", TableLensFigure.Draw(SampleMaps.OfMixed(), TableLensOptions.Default));
        yield return ("lens-cross", TableLensFigure.Draw(SampleMaps.Cross(9, 20)[1], TableLensOptions.Default));
        yield return ("lens-cross-long", TableLensFigure.Draw(SampleMaps.Cross(12, 90)[1], TableLensOptions.Default));
        yield return ("heads-encoder-12", AllHeadsFigure.Draw(SampleMaps.Encoder(), AllHeadsOptions.Default));
        yield return ("heads-decoder-24", AllHeadsFigure.Draw(SampleMaps.Model(AttentionKind.Decoder, 4, 8, 24), AllHeadsOptions.Default));
        yield return ("heads-144-24", AllHeadsFigure.Draw(SampleMaps.Model(AttentionKind.Encoder, 12, 12, 24), Linked));
        yield return ("heads-144-64", AllHeadsFigure.Draw(SampleMaps.Model(AttentionKind.Decoder, 12, 12, 64), Linked));
        yield return ("heads-144-300", AllHeadsFigure.Draw(SampleMaps.Model(AttentionKind.Decoder, 12, 12, 300), Linked));
        yield return ("heads-1024-128", AllHeadsFigure.Draw(SampleMaps.Model(AttentionKind.Decoder, 32, 32, 128), Linked));
        yield return ("grid-entropy", StatisticGridFigure.Draw(SampleStatistics.Grid(12, 12), GridLinks));
        yield return ("grid-change", StatisticGridFigure.Draw(SampleStatistics.Changes(6, 8), GridLinks));
        yield return ("grid-wide", StatisticGridFigure.Draw(SampleStatistics.Grid(32, 32), GridLinks));
        yield return ("grid-kinds", StatisticGridFigure.Draw(SampleStatistics.ThreeKinds(), GridLinks));
        yield return ("strip", LayerStripFigure.Draw(SampleStatistics.Grid(12, 12), "strip"));
        yield return ("by-slice", DotWhiskerFigure.Draw(SampleStatistics.PreviousToken, SampleStatistics.Slices()));
        yield return ("lengths", LengthHistogramFigure.Draw(SampleStatistics.Lengths(300, 90), "lengths"));
        yield return ("lengths-few", LengthHistogramFigure.Draw(SampleStatistics.Lengths(9, 12), "lengths-few"));
        yield return ("path", LayerPathFigure.Draw(SampleStatistics.Paths(), "path"));
        yield return ("heads-three-kinds", AllHeadsFigure.Draw([.. SampleMaps.Encoder(18), .. SampleMaps.Decoder(11), .. SampleMaps.Cross(11, 18)], Linked));
    }

    private static AllHeadsOptions Linked => AllHeadsOptions.Default with { LinkOf = head => $"#{head.Short}" };

    private static StatisticGridOptions GridLinks =>
        StatisticGridOptions.Default with { LinkOfHead = head => $"#{head.Short}", LinkOfLayer = (_, layer) => $"#L{layer}" };

    private static string Page((string Name, Figure Figure)[] figures) =>
        $"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Contact sheet</title>
        <style>
        {FigureStyles.Css}
        body {"{"}font:15px/1.5 Inter,sans-serif;margin:24px;background:var(--izv-paper);color:var(--izv-ink){"}"}
        svg {"{"}max-width:100%;height:auto{"}"}
        </style>
        {string.Concat(figures.Select(f => $"<h2>{f.Figure.Title}</h2>\n{FigureWriter.Inline(f.Figure, f.Name)}<p>{f.Figure.Legend} {f.Figure.HowToRead}</p>\n"))}
        </html>
        """;
}
