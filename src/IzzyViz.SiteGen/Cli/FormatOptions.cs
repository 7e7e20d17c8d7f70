using System.Collections.Immutable;
using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Printing;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Options that say how figures become files, for every verb that writes figures.</summary>
internal static class FormatOptions
{
    public static readonly Option<string[]> Font = new("--font")
    {
        Description = "A font file (.ttf, .otf, .ttc, .woff) for scripts that Inter lacks, in PDF and PNG; may be repeated.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    public static readonly Option<Theme> Theme = new("--theme")
    {
        Description = "The colours: light, dark, print (black on white, safe in grey), or auto (an SVG follows its reader, other formats are light).",
        HelpName = "theme",
        CustomParser = result => Enum.TryParse<Theme>(result.Tokens[^1].Value, ignoreCase: true, out var theme) && !char.IsAsciiDigit(result.Tokens[^1].Value[0])
            ? theme
            : OptionParsing.Refuse<Theme>(result, "is none of: auto, light, dark, print."),
    };

    public static readonly Option<double?> Width = new("--width")
    {
        Description = "How wide the figure is on paper, in millimetres: 120 or 120mm.",
        HelpName = "mm",
        CustomParser = result => OptionParsing.Number(result, "mm", (10, 2000)),
    };

    public static readonly Option<double?> Columns = OptionParsing.Instead(Width, new("--columns")
    {
        Description = "How wide the figure is in columns of a two-column page: 1 (85 mm) or 2 (174 mm).",
        HelpName = "n",
        CustomParser = result => result.Tokens[^1].Value switch
        {
            "1" => FigureFileOptions.OneColumn,
            "2" => FigureFileOptions.TwoColumns,
            _ => OptionParsing.Refuse<double?>(result, "is neither 1 nor 2."),
        },
    });

    public static readonly Option<double?> Dpi = new("--dpi")
    {
        Description = "Dots an inch of a PNG; 300 where a width is stated, otherwise 192.",
        HelpName = "n",
        CustomParser = result => OptionParsing.Number(result, "dpi", (36, 2400)),
    };

    public static readonly Option<double?> Scale = OptionParsing.Instead(Dpi, new("--pixel-scale")
    {
        Description = "Pixels of a PNG for one pixel of the figure: 2 is --dpi 192.",
        HelpName = "n",
        CustomParser = result => OptionParsing.Number(result, "x", (0.25, 25)) * FigureFileOptions.ScreenDpi,
    });

    /// <summary>For a verb that writes one figure, in the order of <c>--help</c>.</summary>
    public static readonly ImmutableArray<Option> OfOneFile = [Theme, Width, Columns, Dpi, Scale, Font];

    /// <summary>Fonts that cannot be read land in the bag.</summary>
    public static FigureFileOptions Read(ParseResult parsed, DiagnosticBag bag) => new()
    {
        Theme = parsed.GetValue(Theme),
        Width = parsed.GetValue(Width) ?? parsed.GetValue(Columns),
        Dpi = parsed.GetValue(Dpi) ?? parsed.GetValue(Scale),
        Fonts = FigureFormats.Of(parsed.GetValue<string>("--out") ?? "") is null or FigureFormat.Svg ? null : FontSet.With(parsed.GetRequiredValue(Font), bag),
    };

    /// <summary><c>--formats svg,pdf</c>.</summary>
    public static Option<FigureFormat[]> Formats() => new("--formats")
    {
        Description = "What figures are written as, separated by commas: svg, pdf, png. SVG is always among them.",
        HelpName = "list",
        DefaultValueFactory = _ => [FigureFormat.Svg],
        CustomParser = result =>
        {
            var names = result.Tokens.SelectMany(t => t.Value.Split(',')).ToArray();
            var unknown = names.FirstOrDefault(n => FigureFormats.Find(n) is null);
            return unknown is null
                ? [.. names.Select(n => FigureFormats.Find(n)!.Value)]
                : OptionParsing.Refuse<FigureFormat[]>(result, $"is no format that figures are written as; there are: {FigureFormats.Names}.", unknown);
        },
    };
}
