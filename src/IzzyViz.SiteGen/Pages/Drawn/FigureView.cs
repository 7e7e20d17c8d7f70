using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Printing;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Drawn;

/// <summary>A finished figure as a page shows it: the picture, the words around it, and where its own files are.</summary>
internal sealed record FigureView
{
    /// <summary>Four fifths of it still are 12 px letters of 10 px, in half of a page.</summary>
    private const double WidestBeside = 680;

    /// <summary>Unique on its page; the figure's anchor and the name of its files.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string HowToRead { get; init; }

    public string? Legend { get; init; }

    /// <summary>The page that defines this kind of figure.</summary>
    public PageLink? Definition { get; init; }

    /// <summary>The picture alone.</summary>
    public required SitePath Href { get; init; }

    /// <summary>All numbers of the figure; null where it has none beyond those on the page.</summary>
    public SitePath? DataHref { get; init; }

    /// <summary>Which of the page's token sequences the rows are ("source" or "target"), for highlighting; null where rows are no tokens.</summary>
    public string? RowSide { get; init; }

    public string? ColumnSide { get; init; }

    /// <summary>The strongest cells, strongest first.</summary>
    public ImmutableArray<FigureCell> Cells { get; init; } = [];

    /// <summary>Markup for inside a page: classes, no style of its own.</summary>
    [JsonIgnore]
    public RawHtml Svg { get; init; } = RawHtml.None;

    /// <summary>The picture as a file, with its own style.</summary>
    [JsonIgnore]
    public string Standalone { get; init; } = "";

    /// <summary>Too wide to stand beside another without shrinking below reading size.</summary>
    [JsonIgnore]
    public bool IsWide { get; init; }

    [JsonIgnore]
    public string? Data { get; init; }

    /// <summary>What other formats are made from.</summary>
    [JsonIgnore]
    public Figure? Source { get; init; }

    public static FigureView From(SitePath page, Figure figure, string kind) => new()
    {
        Slug = figure.Slug,
        Title = figure.Title,
        Description = figure.Description,
        HowToRead = figure.HowToRead,
        Legend = figure.Legend,
        Definition = FigureLinks.To(kind),
        Href = page.Beside(figure.Slug + ".svg"),
        IsWide = figure.Scene.Width > WidestBeside,
        Svg = new(FigureWriter.Inline(figure)),
        Standalone = FigureWriter.Standalone(figure),
        Source = figure,
    };

    /// <summary>The files that lie beside the page.</summary>
    public IEnumerable<SiteFile> Files(FigureOutput output)
    {
        yield return SiteFile.Text(Href, Standalone);
        foreach (var format in Source is null ? [] : output.Formats)
        {
            yield return new(Href.As(format.Name()), FigureFiles.Write(Source!, format, output.Options));
        }

        if (DataHref is { } data)
        {
            yield return SiteFile.Text(data, Data!);
        }
    }
}

/// <param name="Row">The attending token.</param>
/// <param name="Column">The token attended to.</param>
internal sealed record FigureCell(CellToken Row, CellToken Column, Quantity Weight);

internal sealed record CellToken(int Index, string Label);
