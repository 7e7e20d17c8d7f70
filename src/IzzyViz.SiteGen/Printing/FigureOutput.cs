using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Printing;

/// <summary>The formats a site has its figures in, besides SVG, which it always has.</summary>
/// <param name="Formats">Without SVG; empty by default, so that nobody pays for what they did not ask for.</param>
internal sealed record FigureOutput(ImmutableArray<FigureFormat> Formats, FigureFileOptions Options)
{
    public static readonly FigureOutput SvgOnly = new([], FigureFileOptions.Default);

    public static FigureOutput Of(ImmutableArray<FigureFormat> formats, ImmutableArray<string> fonts, DiagnosticBag bag)
    {
        ImmutableArray<FigureFormat> extra = [.. formats.Where(f => f != FigureFormat.Svg).Distinct().Order()];
        return extra.IsEmpty ? SvgOnly : new(extra, new() { Fonts = FontSet.With(fonts, bag) });
    }

    /// <summary>Says which characters no font has.</summary>
    public void Report(DiagnosticBag bag, string where) => Options.Fonts?.Report(bag, where);

    /// <summary>What the bytes of the files depend on; null where there are none.</summary>
    public string? Identity => Formats.IsEmpty ? null : $"{string.Join(' ', Formats)} {Options.Fonts?.Identity}";
}
