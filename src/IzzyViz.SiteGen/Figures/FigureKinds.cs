using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Figures;

/// <summary>A kind of figure: what a manifest calls it, and what its page of definitions says.</summary>
/// <param name="Id">Kebab-case, as in the manifest and in addresses.</param>
/// <param name="Question">The question it answers.</param>
/// <param name="Reading">How to read it.</param>
/// <param name="Limits">What it cannot show.</param>
internal sealed record FigureKind(string Id, string Title, FigureSubject Subject, string Question, string Reading, string Limits)
{
    /// <summary>A gallery can ask for it. The others are on their pages anyway, or need more than a build keeps.</summary>
    public bool IsChoosable { get; init; } = Subject != FigureSubject.Run;

    /// <summary>Drawn where a gallery names no figures.</summary>
    public bool IsUsual { get; init; } = true;
}

internal enum FigureSubject
{
    /// <summary>One head over one example.</summary>
    Head,

    /// <summary>All heads over one example.</summary>
    Example,

    /// <summary>A model over a slice.</summary>
    Run,
}

/// <summary>Every kind there is, in the order in which pages list them.</summary>
internal static class FigureKinds
{
    public const string NoCause =
        "Weights say where a head reads, not what it carries from there or whether the model’s answer depends on it.";

    public static ImmutableArray<FigureKind> All { get; } =
    [
        new(
            "table-lens", "Table lens", FigureSubject.Head,
            "Which tokens does this head put its weight on?",
            "Rows attend, columns are attended to. The rows and columns of the strongest cells are wider, and the values of these cells are printed. Hatched cells are masked.",
            $"{NoCause} The exponent of the colour scale makes small weights paler than they are; the table of the strongest cells has the numbers."),
        new(
            "all-heads", "All heads", FigureSubject.Example,
            "Which heads have a pattern, and which patterns are alike?",
            "Every thumbnail is one head’s map, all on one scale: layers run down, heads across.",
            $"{NoCause} Tokens are not named, and in long inputs a cell is the mean of a block, in which a single strong weight fades."),
        new(
            "layer-path", "Through the layers", FigureSubject.Example,
            "How does the behaviour of the heads change from the first layer to the last?",
            "A small plot per statistic: layers from left to right, a dot per head, a line through the means.",
            "Head 3 of one layer has nothing to do with head 3 of the next; only the spread and the mean of a layer can be followed."),
        new(
            "statistic-grid", "Layer by head grid", FigureSubject.Run,
            "Which heads score high on one statistic?",
            "Layers run down, heads across; colour and number are the mean over the slice. Hatched heads have no value.",
            "A mean hides how much examples differ; the page of the head shows the spread."),
        new(
            "by-slice", "Statistic by slice", FigureSubject.Run,
            "Does a head behave differently on other inputs?",
            "A dot is the mean and its line the 95 % interval; where a slice has fewer than 30 examples each is shown instead.",
            "Slices that share rows are not independent, and statistics that grow with length differ between short and long texts by themselves."),
        new(
            "layer-strip", "Signature of a model", FigureSubject.Run,
            "Does this model look like that one at a glance?",
            "The layer by head grid without numbers, small enough for a line of a list.",
            "Heads have no common numbering in models trained apart; alike strips do not mean alike heads."),
        new(
            "lengths", "Lengths of a slice", FigureSubject.Run,
            "How long are the inputs?",
            "Examples counted by their number of tokens; the mark below is the median.",
            "The counts are those of one tokenizer; another one cuts the same texts differently."),
        .. ViewKinds.All,
        .. EvolutionKinds.All,
    ];

    /// <summary>The kind of that name, or null and a finding.</summary>
    public static FigureKind? Find(string id, SourceLocation at, DiagnosticBag findings)
    {
        var kind = All.FirstOrDefault(k => k.Id == id);
        if (kind is null)
        {
            findings.Add(FigureDiagnostics.UnknownKind.At(at, id, string.Join(", ", All.Select(k => k.Id))));
        }

        return kind;
    }
}
