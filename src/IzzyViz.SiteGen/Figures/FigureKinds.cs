using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Kinds;
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
    public bool IsChoosable { get; init; } = Subject is FigureSubject.Head or FigureSubject.Example;

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

    /// <summary>Several models, heads or layers side by side.</summary>
    Comparison,

    /// <summary>Arrays from anywhere; a build does not draw it.</summary>
    Arrays,
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
        new(
            "map-difference", "Difference of two maps", FigureSubject.Comparison,
            "Where does one head put more weight than the other on the same tokens?",
            "One colour where the second side has more weight, another where the first has; the largest differences are enlarged and printed.",
            $"{NoCause} Where tokenizers differ, tokens are joined first, and what happens inside a joined group is not seen."),
        new(
            "over-steps", "Statistics over checkpoints", FigureSubject.Comparison,
            "When in training does a head become what it is?",
            "A small plot per statistic, a line per head, a colour per layer; steps run from left to right.",
            "Between two checkpoints nothing is known, and a mean over a slice can stay while its examples change."),
        new(
            "head-pairs", "Distances between heads", FigureSubject.Comparison,
            "Which head here is like which head there?",
            "Rows and columns are heads, colour and number how far their maps are apart (Jensen–Shannon distance, mean over queries and examples): 0 for equal maps, 1 for maps that share no key. Frames mark matched heads.",
            "Heads with alike maps may carry different things from the tokens they read; a match by patterns is no match by function."),
        new(
            "map-sheet", "Heads across models", FigureSubject.Comparison,
            "How does a head’s map change from one model to the next?",
            "Every row is a head, every square its map in one of the models, all on one scale.",
            "It is one example; tokens are not named, and the heads drawn are those that differ most."),
        new(
            "comparison", "Comparison with circles", FigureSubject.Comparison,
            "Where do two maps of the same tokens differ, and which has more?",
            "The cell is the first map, the circle the second; its radius is how much the two differ.",
            $"{NoCause} Circles of small differences are too small to be seen; the table and the data have them."),
        new(
            "evolution", "Evolution in every cell", FigureSubject.Comparison,
            "How does each weight of a map change from step to step?",
            "The cell is the mean over the steps; its line runs from the first step at the left to the last at the right.",
            $"{NoCause} Steps are drawn equally far apart, whatever lies between them."),
        new(
            "stability", "Stability over runs", FigureSubject.Comparison,
            "Which weights of a map are the same in every run, and which are not?",
            "The cell is the mean, the radius of its circle how much the runs differ; a cell without a circle is the same in all.",
            "Runs without a common numbering of heads were matched first, and what a wrong match adds looks like spread."),
        OfArrays(MapTexts.SelfAttention),
        OfArrays(MapTexts.CrossAttention),
        OfArrays(MapTexts.QuestionContext),
        OfArrays(MapTexts.TargetRings),
        OfArrays(MapTexts.HalfPies),
        OfArrays(MapTexts.Regions),
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

    private static FigureKind OfArrays(KindText text) =>
        new(text.Id, text.Title, FigureSubject.Arrays, text.Question, text.Reading, text.Limits) { IsUsual = false };
}
