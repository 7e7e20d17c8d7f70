using System.Collections.Immutable;
using System.CommandLine;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>One word after <c>draw</c>: what it says of itself, its own options, and how it is drawn.</summary>
internal sealed record DrawKind(KindText Text, ArrayNeed Need)
{
    /// <summary>Those it has beside <see cref="DrawOptions.All"/>.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    public required Func<FigureArrays, DrawCall, DrawnFigure> Draw { get; init; }
}

/// <summary>What the command line says, as a kind sees it.</summary>
internal sealed record DrawCall(ParseResult Parsed)
{
    public MapSettings Settings { get; init; } = new()
    {
        Profile = Parsed.GetValue(DrawOptions.Profile),
        Exponent = Parsed.GetValue(DrawOptions.Gamma),
        Title = Parsed.GetValue(DrawOptions.Title),
        XLabel = Parsed.GetValue(DrawOptions.XLabel),
        YLabel = Parsed.GetValue(DrawOptions.YLabel),
        IsAnnotated = Parsed.GetValue(DrawOptions.Annotated),
    };

    public T Value<T>(Option<T> option) => Parsed.GetValue(option)!;
}
