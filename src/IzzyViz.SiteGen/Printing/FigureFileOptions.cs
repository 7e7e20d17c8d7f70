using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Printing;

/// <summary>How a figure becomes a file.</summary>
internal sealed record FigureFileOptions
{
    /// <summary>Width of one column of a two-column page, in millimetres.</summary>
    public const double OneColumn = 85;

    /// <summary>Width of both columns with the gap between them.</summary>
    public const double TwoColumns = 174;

    /// <summary>Dots an inch at which a pixel of a figure is a pixel of a screen.</summary>
    public const double ScreenDpi = 96;

    /// <summary>On paper, type below this many points is not read any more.</summary>
    public const double SmallestType = 5;

    public static readonly FigureFileOptions Default = new();

    /// <summary><see cref="Theme.Auto"/> is light in formats that know one side only.</summary>
    public Theme Theme { get; init; }

    /// <summary>How wide the figure is on paper, in millimetres; null for its own size at 96 dots an inch.</summary>
    public double? Width { get; init; }

    /// <summary>Dots an inch of a PNG; null for 300 where a width is stated, for 192 otherwise.</summary>
    public double? Dpi { get; init; }

    /// <summary>Null for Inter alone. An SVG names its fonts and has none inside.</summary>
    public FontSet? Fonts { get; init; }

    /// <summary>Millimetres a unit of the canvas.</summary>
    public double MillimetresPerUnit(Scene scene) => (Width ?? (scene.Width / ScreenDpi * 25.4)) / scene.Width;

    public double DotsPerInch => Dpi ?? (Width is null ? 2 * ScreenDpi : 300);
}
