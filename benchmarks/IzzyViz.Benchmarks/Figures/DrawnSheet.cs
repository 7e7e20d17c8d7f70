using System.Globalization;
using System.Text;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Figures;

/// <summary>Every kind of figure that is drawn from arrays, at several sizes and in several scripts, with milliseconds of CPU and bytes: <c>-- drawn-sheet FOLDER</c>.</summary>
internal static class DrawnSheet
{
    private static readonly int[] Sizes = [6, 24, 64, 200];

    private static readonly Dictionary<string, string[]> Scripts = new(StringComparer.Ordinal)
    {
        ["chinese"] = ["[CLS]", "守", "灯", "人", "把", "灯", "留在", "楼", "梯", "上", "，", "天", "亮", "时", "还", "亮", "着", "。", "[SEP]"],
        ["arabic"] = ["[CLS]", "ترك", "الحارس", "المصباح", "على", "الدرج", "،", "وكان", "##ال", "ضوء", "ما", "زال", "مشتعلا", "[SEP]"],
        ["emoji"] = ["<s>", "▁👩‍👩‍👧", "🇵🇹", "▁ok", "🤷🏽‍♀️", "▁<&>", "❤️", "Ġflag", "𝔘𝔫𝔦", "▁Donaudampfschifffahrtsgesellschaft", "</s>"],
    };

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var sizes = new StreamWriter(Path.Combine(folder, "sizes.tsv"));
        foreach (var kind in Drawings.Kinds)
        {
            foreach (var profile in new[] { "default", "izzyviz" })
            {
                foreach (var (name, arrays) in Inputs(kind))
                {
                    var (svg, milliseconds) = ProcessorCost.Of(() => FigureWriter.Standalone(Drawings.Draw(kind, arrays, Drawings.Settings(profile)).Figure));
                    File.WriteAllText(Path.Combine(folder, $"{kind}-{profile}-{name}.svg"), svg);
                    sizes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}\t{profile}\t{name}\t{milliseconds:F3}\t{Encoding.UTF8.GetByteCount(svg)}"));
                }
            }
        }
    }

    private static IEnumerable<(string Name, FigureArrays Arrays)> Inputs(string kind)
    {
        foreach (var size in Sizes)
        {
            yield return ($"{size}", Drawings.Sample(size, Drawings.Runs(kind), isCausal: size == 6));
        }

        foreach (var (script, tokens) in Scripts)
        {
            var sample = Drawings.Sample(tokens.Length, Drawings.Runs(kind));
            var sequence = new TokenSequence { Tokens = [.. tokens.Select((t, i) => sample.Axes.Keys.Tokens[i] with { Label = t })] };
            yield return (script, sample with { Axes = new(sequence, sequence, AttentionMask.Full(tokens.Length, tokens.Length)) });
        }
    }
}
