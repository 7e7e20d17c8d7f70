using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Pages;

/// <summary>What a kind of figure answers, how it is drawn and what it cannot show.</summary>
internal sealed record FigureKind(string Id, string Title)
{
    public static readonly FigureKind TableLens = new("table-lens", "Table lens")
    {
        Question = "Which tokens does this head attend to, and how much?",
        Drawn = "A heat map with one row per query token and one column per key token. The rows and columns of the strongest cells are enlarged and their weights printed. Masked cells are hatched: they are absent, which is not a weight of zero.",
        Reading = "Take a row: its cells are where that token's weight goes, and they sum to one. The further a cell is from the paper, the more weight it has; the legend gives the scale and its exponent.",
        Limits = "Weight is not importance: a large weight on a value that is small, or that later layers ignore, changes nothing. The figure shows one example and proves nothing about others.",
        Source = "IzzyViz; the enlargement is the table lens of Rao and Card (1994).",
    };

    public static readonly FigureKind AllHeads = new("all-heads", "All heads")
    {
        Question = "What do all heads of the model do with this example, at a glance?",
        Drawn = "One thumbnail per head, layers in rows and heads in columns, every one with the same orientation and the same scale.",
        Reading = "Look for shapes: a line beside the diagonal is attention to a neighbour, a vertical line is attention to one token by all, an even grey is no preference.",
        Limits = "Single weights cannot be read off a thumbnail; open the head for that. One example shows what a head did once, not what it does.",
        Source = "IzzyViz, after the model view of BertViz (Vig, 2019).",
    };

    public static readonly FigureKind StatisticGrid = new("statistic-grid", "Layer by head matrix")
    {
        Question = "Which heads stand out in this statistic?",
        Drawn = "Layers in rows, heads in columns, the mean over the slice's examples as colour and as text. Heads without a value are hatched.",
        Reading = "The further a cell is from the paper, the larger the mean. Every cell leads to its head.",
        Limits = "A mean hides spread: the head's page has the interval and the quantiles. Heads of the same number in different models have nothing in common.",
        Source = "IzzyViz.",
    };

    public static readonly FigureKind DotWhisker = new("dot-whisker", "Dot and whisker")
    {
        Question = "How does a statistic of a head differ between slices, and how sure is that?",
        Drawn = "One line per slice: the dot is the mean, the whisker its 95 % bootstrap interval. Below 30 examples the single values are drawn instead.",
        Reading = "Slices whose whiskers do not touch differ by more than their examples' chance selection explains.",
        Limits = "The interval speaks about other examples of the same kind, not about other models, seeds or kinds of text.",
        Source = "Efron and Tibshirani (1993) for the interval.",
    };

    public static readonly FigureKind LayerPath = new("layer-path", "Path through the layers")
    {
        Question = "How does attention to this example change from layer to layer?",
        Drawn = "One small chart per statistic: layers from left to right, one mark per head, and a line through their median.",
        Reading = "A line that falls or rises says that later layers attend otherwise than earlier ones; marks far from the line are heads that differ from their layer.",
        Limits = "It follows attention, not information: what residual connections carry past a layer is not drawn.",
        Source = "IzzyViz.",
    };

    public static readonly FigureKind LengthHistogram = new("length-histogram", "Length histogram")
    {
        Question = "How long are the examples of this slice?",
        Drawn = "Bars count examples by number of tokens, as the model reads them.",
        Reading = "Statistics that grow with length compare only between slices whose bars lie in the same place.",
        Limits = "It counts tokens after cutting: texts longer than the model's positions stand in the last bar.",
        Source = "IzzyViz.",
    };

    public static readonly ImmutableArray<FigureKind> All = [TableLens, AllHeads, StatisticGrid, DotWhisker, LayerPath, LengthHistogram];

    public required string Question { get; init; }

    public required string Drawn { get; init; }

    public required string Reading { get; init; }

    public required string Limits { get; init; }

    public required string Source { get; init; }

    public PageLink Link => new(Title, SiteAddresses.Definition(Id));
}
