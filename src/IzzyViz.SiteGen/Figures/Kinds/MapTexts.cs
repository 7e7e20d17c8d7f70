namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>What is said of the figures of IzzyViz.</summary>
internal static class MapTexts
{
    private const string NoCause = "Weights say where a head reads, not what it carries from there or whether the model’s answer depends on it.";

    public static readonly KindText SelfAttention = new("self-attention", "Self-attention", "one map")
    {
        Question = "Which tokens does this head put its weight on?",
        Reading = "Rows attend, columns are attended to. The rows and columns of the strongest cells are wider, and their values are printed.",
        Limits = $"{NoCause} The exponent makes small weights paler than they are, and enlarged cells draw the eye away from broad patterns.",
        Rule = "Colours run from the least to the largest weight by ((v − min) / (max − min))^γ. All cells that are at least as strong as the n-th enlarge their whole row and column, once. Above 64 tokens only the strongest cells’ tokens are labelled and no value is printed.",
        Changes = "Colours run from 0. Exactly n cells are enlarged: of equal values the upper row, then the left column. Masked cells are hatched and never among them, nor are rows that see one token only. Long inputs keep labels at intervals and show sums at their edges; above 256 tokens cells are means of blocks.",
    };

    public static readonly KindText CrossAttention = new("cross-attention", "Cross-attention and parts of a model", "one map")
    {
        Question = "Which tokens of one side do the tokens of the other read?",
        Reading = "Rows attend, columns are attended to: a decoder’s tokens over an encoder’s, or what --use-case names.",
        Limits = $"{NoCause} In cross-attention nothing is said of what the decoder reads from itself.",
        Rule = "The map of self-attention with names for rows and columns by use case; all tokens are labelled, however many. The parts of a decoder’s sequence (--source-end) are views that IzzyViz has only in commented-out code.",
        Changes = "As for self-attention; labels thin out where they would touch.",
    };

    public static readonly KindText QuestionContext = new("question-context", "Question and context", "one square map, and how many tokens are the question")
    {
        Question = "How much do question and context read of themselves and of each other?",
        Reading = "Five panels on one scale: question to question, context to context, question to context, context to question, all to all.",
        Limits = $"{NoCause} The panels are of different sizes, so that equal shares of a row look unlike.",
        Rule = "Range and exponent are shared; the strongest cells are those of each panel. Before a panel is drawn, every weight of it that is not above 0 becomes a tenth of its smallest that is, in the map itself. The titles of the third and fourth panel are exchanged.",
        Changes = "Titles say what is drawn, no weight is changed, masked cells are hatched.",
    };

    public static readonly KindText Comparison = new("comparison", "Two maps compared", "two maps of the same tokens")
    {
        Question = "Where do two heads, models or states of a model differ on the same tokens?",
        Reading = "The cell is the first map. Its circle has the colour of the second, and its radius is how much the two differ. With --signed a full circle has more weight in the second, an empty one less.",
        Limits = "Circles are relative to the largest difference of this pair: circles of two figures cannot be compared. Maps of different tokens cannot be laid over each other.",
        Rule = "One scale from the least to the largest weight of both; radius = 0.45 · |second − first| / largest, at most 0.5, opacity 0.7. Signed: radius 0.5 · |difference| / largest, orange for more and blue for less, on the first map’s own scale.",
        Changes = "Colours run from 0 and circles are opaque; signed ones are full or empty, which every reader can tell apart. Maps need not be square. Masked cells have no circle. Above 64 tokens circles are differences of means of blocks.",
    };

    public static readonly KindText Stability = new("stability", "Stability over runs", "one map per run")
    {
        Question = "Which weights are the same in every run, and which depend on the seed?",
        Reading = "The cell is the mean. The radius of its circle is how much the runs differ; its shading runs from the lower end of the interval in the centre to the upper end at the rim. The legend says how many runs there are, what an error is, and which level of confidence the interval has.",
        Limits = "Heads of independently trained models have no common numbering: runs have to be matched first. Few runs give a poor estimate of the spread.",
        Rule = "mean ± 2 errors (standard error, or standard deviation, with n in the denominator) in the circle, on a scale that reaches one error beyond the means, so that ends are cut; radius 0.45 · error / largest error.",
        Changes = "The scale runs from 0 to the largest upper end; deviations divide by n − 1; the figure states which interval is drawn, and its level of confidence by Student’s t. Masked cells have no circle. Above 64 tokens runs are compared by means of blocks.",
    };

    public static readonly KindText TargetRings = new("target-rings", "Runs as rings", "one map per run")
    {
        Question = "What is this weight in each of the runs?",
        Reading = "Each cell holds a target: the first run in the middle, the last as the outermost ring, coloured by weight.",
        Limits = "Rings are equally wide, so that outer runs cover more area. More than about eight runs cannot be told apart. The measure of spread (--error) does not show in rings.",
        Rule = "One scale over all weights of all runs; ring k of n from 0.45 · k / n to 0.45 · (k + 1) / n; the mean behind.",
        Changes = "Colours run from 0; masked cells have no target; above 64 tokens runs are shown by means of blocks.",
    };

    public static readonly KindText HalfPies = new("half-pies", "Runs as half pies", "one map per run")
    {
        Question = "What is this weight in each run, and how far do the runs lie apart?",
        Reading = "In each cell the runs follow each other clockwise from the upper right, coloured by weight; the disc behind, seen at the upper left, is as large as they differ.",
        Limits = "Slices of more than about ten runs are too thin to be told apart. Discs are relative to the largest spread of this figure.",
        Rule = "n slices of 180 / n degrees from −45° to 135°, clockwise from the right; radius 0.45; disc 0.45 · error / largest error, vermilion, opacity 0.6.",
        Changes = "Colours run from 0; deviations divide by n − 1; masked cells are empty; above 64 tokens runs are shown by means of blocks.",
    };

    public static readonly KindText Evolution = new("evolution", "Attention step by step", "one map per step")
    {
        Question = "How did this weight come to be what it is?",
        Reading = "The cell is the mean over the steps; the line in it runs from the first step at the left to the last at the right, higher for more weight.",
        Limits = "On one scale small weights have flat lines; on a scale of its own each cell hides how large its changes are.",
        Rule = "x from −0.4 to 0.4 and y within ±0.35 of the cell’s centre; one range over all steps and cells, or each cell its own; white lines on means above the middle of the colours, dark blue ones below. The exponent is 1.5, whatever is asked for.",
        Changes = "The exponent is heeded; lines have the ink that reads on their cell; masked cells have no line; above 64 tokens lines are of means of blocks.",
    };

    public static readonly KindText Regions = new("regions", "Regions that stand out", "one map")
    {
        Question = "Which blocks of tokens attend to which blocks?",
        Reading = "A box is a block of cells with more weight than the cells around it.",
        Limits = "What stands out depends on the score and its thresholds; a box is a suggestion where to look, not a finding. The exhaustive finder mostly finds single cells.",
        Rule = "Merging: seeds are the strongest cells that keep their distance; a region grows one side at a time while score = m · (m / b) · (1 + ln(1 + area) / 10) stays above a share of the last one accepted, so that the bar can sink; near regions merge by their spread. Exhaustive: all rectangles whose mean falls with every growth, the highest means first, without overlap; square maps only.",
        Changes = "The bar does not sink, and a region ends at its best score. Twelve seeds are grown for every region wanted, and those are kept whose mean lies farthest above that of the map, times the root of their area. Regions never overlap and never cover a masked cell. Of equal cells the upper, then the left one is first. The exhaustive finder takes any shape up to 128 × 128, and means that differ by less than 1e-12 of themselves are equal.",
    };
}
