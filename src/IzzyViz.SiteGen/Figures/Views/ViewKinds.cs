using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>The views that BertViz, exBERT and CircuitsVis have made known, as still pictures.</summary>
internal static class ViewKinds
{
    private const string Averages =
        "A mean over heads hides heads that disagree: weight that one head gives wholly and another not at all looks like half a weight.";

    public static ImmutableArray<FigureKind> All { get; } =
    [
        new(
            "head-view", "Head view", FigureSubject.Example,
            "From which token to which do these heads attend?",
            "Two columns of the same text: each line leads from a token that attends, on the left, to one it attends to, on the right. A colour is a head, and the darker a line the larger its weight. Lines below a stated weight are counted, not drawn.",
            $"{FigureKinds.NoCause} Where many lines cross, single ones cannot be told apart; the table lens of the head has every cell. After BertViz (Vig 2019).")
        {
            IsUsual = false,
        },
        new(
            "model-view", "Model view", FigureSubject.Example,
            "Which heads keep to the token, look a fixed way back, or gather on a few tokens?",
            "Every head as two columns of tokens with lines between them, layers down and heads across. Level lines stay on the token, parallel slopes keep a distance, fans meet in a token that collects weight. Lines below a stated weight are counted, not drawn.",
            $"{FigureKinds.NoCause} A head that spreads its weight evenly has no line above the limit and looks empty. After BertViz (Vig 2019).")
        {
            IsUsual = false,
        },
        new(
            "neuron-view", "Neuron view", FigureSubject.Head,
            "Which dimensions of query and key make this head attend where it does?",
            "The query vector on top, then a row per key: its vector, the product with the query element by element, the sum, the scaled score, and the weight the softmax makes of it. Dimensions with the largest products come first.",
            "Dimensions have no meaning of their own: a rotation of query and key that leaves every weight as it is gives other products. Position biases added to the scores are not in the products; the legend says how far the weights are from the model’s own. After BertViz (Vig 2019).")
        {
            IsChoosable = false,
        },
        new(
            "head-sum", "Heads taken together", FigureSubject.Example,
            "Where do these heads attend on the whole?",
            "Curves between two copies of the text, as thick as the mean weight of the heads: of each token the strongest keys, until they hold a stated share of its weight. Bars on the left are the weight of a token’s strongest key, bars on the right the mean weight a token receives.",
            $"{Averages} {FigureKinds.NoCause} After exBERT (Hoover, Strobelt and Gehrmann 2020), whose views zero special tokens; here they are kept.")
        {
            IsUsual = false,
        },
        new(
            "token-colours", "Coloured tokens", FigureSubject.Head,
            "Which words of the text does this token read, or which are read at all?",
            "The text itself, each token the darker the more weight it gets: from the framed token, or on average from all that can see it. Hatched tokens cannot be seen from there.",
            $"{FigureKinds.NoCause} It shows one row or column of a map; the others may look different. After CircuitsVis (Cooney and Nanda 2023).")
        {
            IsUsual = false,
        },
    ];
}
