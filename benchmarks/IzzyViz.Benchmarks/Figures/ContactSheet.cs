using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Figures;

/// <summary>Every kind of figure at several sizes, as files and on one page, to be looked at: <c>-- contact-sheet FOLDER</c>.</summary>
internal static class ContactSheet
{
    private static readonly int[] Sizes = [3, 5, 12, 24, 40, 64, 65, 100, 200, 300, 512];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var figures = Figures().ToArray();
        foreach (var (name, figure) in figures)
        {
            File.WriteAllText(Path.Combine(folder, name + ".svg"), FigureWriter.Standalone(figure));
        }

        File.WriteAllText(Path.Combine(folder, "index.html"), Page(figures));
    }

    private static IEnumerable<(string Name, Figure Figure)> Figures()
    {
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
        yield return ("heads-three-kinds", AllHeadsFigure.Draw([.. SampleMaps.Encoder(18), .. SampleMaps.Decoder(11), .. SampleMaps.Cross(11, 18)], Linked));
    }

    private static AllHeadsOptions Linked => AllHeadsOptions.Default with { LinkOf = head => $"#{head.Short}" };

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
