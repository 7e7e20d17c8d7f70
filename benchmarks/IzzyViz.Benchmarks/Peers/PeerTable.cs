using System.Globalization;
using System.Text;
using IzzyViz.Benchmarks.Figures;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Peers;

/// <summary>
/// Every kind of figure that IzzyViz draws, by it and by us from the same arrays, one after the other: <c>-- peer-table CHECKOUT FOLDER [SIZE …]</c>.
/// CPU seconds of a figure in a process that is warm, and bytes of its SVG.
/// </summary>
internal static class PeerTable
{
    // The exhaustive finder's memory in IzzyViz grows with the fourth power of the side; regions are drawn with the other.
    private static readonly string[] Kinds =
        ["self-attention", "question-context", "cross-attention", "comparison", "regions", "evolution", "half-pies", "target-rings", "stability"];

    public static void Write(TextWriter output, (string Checkout, string Folder) at, IEnumerable<int> sizes)
    {
        Directory.CreateDirectory(at.Folder);
        output.WriteLine("| kind | tokens | IzzyViz, s | ours, ms | ratio | IzzyViz, kB | ours, kB | ratio |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var kind in Kinds)
        {
            // The first kinds would else pay for the compilation of what all of them share.
            ProcessorCost.Of(() => Svg(kind, PeerArrays.Of(kind, 12)));
        }

        foreach (var size in sizes)
        {
            foreach (var kind in Kinds)
            {
                output.WriteLine(Row(at, kind, size));
                output.Flush();
            }
        }
    }

    private static string Svg(string kind, FigureArrays arrays) => FigureWriter.Standalone(Drawings.Draw(kind, arrays, MapSettings.Default).Figure);

    private static string Row((string Checkout, string Folder) at, string kind, int size)
    {
        var arrays = PeerArrays.Of(kind, size);
        var data = Path.Combine(at.Folder, $"{kind}-{size}.json");
        PeerArrays.Write(data, arrays);
        var theirs = IzzyVizProcess.Draw(at.Checkout, kind, (data, Path.ChangeExtension(data, ".izzyviz.svg")));
        var (svg, milliseconds) = ProcessorCost.Of(() => Svg(kind, arrays));
        File.WriteAllText(Path.ChangeExtension(data, ".svg"), svg);
        var bytes = Encoding.UTF8.GetByteCount(svg);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {kind} | {size} | {theirs.Seconds:F2} | {milliseconds:F2} | {theirs.Seconds * 1000 / milliseconds:N0} | {theirs.Bytes / 1000.0:N0} | {bytes / 1000.0:N1} | {theirs.Bytes / (double)bytes:F0} |");
    }
}
