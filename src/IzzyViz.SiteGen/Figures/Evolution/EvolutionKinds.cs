using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>How attention evolves within one text: through the layers, while it is written, over examples made comparable.</summary>
internal static class EvolutionKinds
{
    private const string Averages =
        "Each layer is the mean of its heads: heads that disagree cancel, and head 3 of one layer has nothing to do with head 3 of the next.";

    public static ImmutableArray<FigureKind> All { get; } =
    [
        new(
            "rollout", "Attention rollout", FigureSubject.Example,
            "How is one output token made up of the input tokens, if attention and the residual connection were all there is?",
            "Read from the right: the output token takes half of itself from its own place and half by the mean attention of the layer, again and again down to the input. The bars on the left are the shares of the input tokens.",
            "Rollout is a model of the model: it takes ½ for the residual connection whatever its real size, averages heads, and knows nothing of values, feed-forward layers and norms. It needs every query of the text: over a written suffix whose prompt came from a cache, or windows that moved, its products mean nothing, and it is not drawn. In causal models weight piles up on the first token by itself. After Abnar and Zuidema 2020.")
        {
            IsUsual = false,
        },
        new(
            "layer-arcs", "Arcs through the layers", FigureSubject.Example,
            "How do the ties between the tokens of this text form and fade from layer to layer?",
            "The text along the page and a band per layer. An arc above the line leads from a token back to one before it, an arc below it ahead; a dot is weight that stays on the token. The thicker, the larger the weight. Arcs to special tokens are grey, so that their fans do not hide the rest.",
            $"{Averages} {FigureKinds.NoCause} Arcs below a stated weight are counted, not drawn: weight spread thin over many tokens is not seen.")
        {
            IsUsual = true,
        },
        new(
            "token-journey", "Journey of a token", FigureSubject.Example,
            "Where does the attention of this one token go, layer by layer?",
            "Layers run from left to right. The height of a band is the share of the token’s weight that a key gets in a layer; in each the heaviest lies on top, and all others together at the bottom.",
            $"{Averages} A band that goes on is the same key, not the same content: from the second layer on, what stands at a key is already a mixture of tokens."),
        new(
            "generation", "While the text is written", FigureSubject.Example,
            "What does the model look at as it writes each token?",
            "A row per written token: where the position that chose it attended. Columns are the tokens there were by then, or those of the source; the bar splits the weight between the first token, the prompt or source, and what was written before.",
            $"{FigureKinds.NoCause} Means over heads and layers show what is looked at on the whole; a single head that copies is hidden in them.")
        {
            IsUsual = false,
        },
        new(
            "role-map", "Attention by role", FigureSubject.Run,
            "Over many texts, what are the keys to the tokens that attend to them?",
            "A bar per head: the shares of its weight on the token itself, special tokens, the first, previous and next token, other copies of the token, what followed such a copy, and the rest by distance. Each key has one role, the first of the list that fits.",
            "Roles are positions and repetitions only: a head that follows syntax or meaning looks spread. Short texts have more neighbours and fewer distant tokens, so that shares depend on length.")
        {
            IsChoosable = true,
            IsUsual = false,
        },
        new(
            "head-atlas", "Head atlas", FigureSubject.Run,
            "Which heads do alike, and how many ways of attending are there?",
            "Each dot is a head; heads that spread their weight alike over the roles of keys lie near each other. Colours are groups, named after the roles with most of their weight. Directions have no meaning.",
            "Nearness is between shares by role (Jensen–Shannon distance), means over a few examples: heads that follow different contents with the same roles fall together. A plane cannot hold all distances; the legend says how much it shows.")
        {
            IsChoosable = true,
        },
    ];
}
