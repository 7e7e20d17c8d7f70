using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>Every picture of the gallery, by kind.</summary>
internal static class GallerySamples
{
    private static readonly (string Name, string Caption)[] Texts =
    [
        ("english-6", "Six tokens"),
        ("causal-24", "Twenty-four tokens of a decoder, words in pieces"),
        ("english-64", "Sixty-four tokens"),
        ("causal-200", "Two hundred tokens of a decoder"),
        ("chinese-24", "Chinese, padded"),
        ("arabic-14", "Arabic, from right to left"),
        ("mixed-16", "Emoji, combining marks, markup, characters without a picture; a decoder"),
    ];

    // What a kind has to be told before it draws any of them.
    private static readonly ImmutableSortedDictionary<string, string[]> Needs = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["self-attention"] = ["--item", "1"],
        ["cross-attention"] = ["--item", "1"],
        ["question-context"] = ["--item", "1", "--question-end", "3"],
        ["comparison"] = ["--head", "0", "--head", "1"],
        ["stability"] = [],
        ["target-rings"] = [],
        ["half-pies"] = [],
        ["evolution"] = [],
        ["regions"] = ["--item", "1"],
        ["head-view"] = [],
        ["model-view"] = ["--layers", "2"],
        ["neuron-view"] = ["--query", "5"],
        ["head-sum"] = [],
        ["token-colours"] = ["--from", "3"],
        ["rollout"] = ["--layers", "2"],
        ["layer-arcs"] = ["--layers", "2"],
        ["token-journey"] = ["--layers", "2"],
        ["generation"] = ["--prompt", "3"],
        ["role-map"] = ["--layers", "2"],
        ["head-atlas"] = ["--layers", "2"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    // Kinds that take maps whose rows and columns are different texts.
    private static readonly string[] OfTwoTexts =
        ["self-attention", "cross-attention", "comparison", "stability", "target-rings", "half-pies", "evolution", "regions", "head-view", "model-view", "head-sum", "token-colours", "generation", "role-map", "head-atlas"];

    // Kinds of IzzyViz, which have its own rules too.
    private static readonly string[] OfIzzyViz =
        ["self-attention", "cross-attention", "question-context", "comparison", "stability", "target-rings", "half-pies", "evolution", "regions"];

    // Eight marks in each of 4,096 cells would make heavy files.
    private static readonly string[] OfManyRuns = ["stability", "target-rings", "half-pies", "evolution"];
    private static readonly string[] FewRuns = ["--head", "0", "--head", "1", "--head", "2"];

    private static readonly GallerySample[] Variants =
    [
        Of("self-attention", "regions", "Regions found and outlined", "causal-24", "--regions", "auto"),
        Of("self-attention", "words", "Pieces of words put together, special tokens left out", "causal-24", "--merge-words", "--hide-special"),
        Of("comparison", "signed", "Signed: full circles for more, empty ones for less", "causal-24", "--signed"),
        Of("stability", "standard-deviation", "Standard deviation, pale centres", "causal-24", "--error", "sd", "--white-center"),
        Of("evolution", "cell-scale", "Each cell its own scale", "causal-24", "--scale", "cell"),
        Of("regions", "exhaustive", "The exhaustive finder, regions numbered", "causal-24", "--finder", "exhaustive", "--label-regions"),
        Of("self-attention", "izzyviz-200", "Two hundred tokens by IzzyViz’s own rules", "causal-200", "--profile", "izzyviz"),
        Of("neuron-view", "causal", "The query sees no key behind it", "causal-24", "--causal"),
        Of("token-colours", "received", "What attends to a token", "causal-24", "--to", "2") with { Options = ["--to", "2"] },
    ];

    public static ImmutableArray<GallerySample> All { get; } =
        [.. Needs.Keys.SelectMany(k => Texts.Where(t => Fits(k, t.Name)).Select(t => Of(k, t.Name, t.Caption, t.Name))), .. TwoTexts, .. Compatible, .. Variants, .. SiteSamples.All];

    private static IEnumerable<GallerySample> TwoTexts =>
        OfTwoTexts.Select(k => Of(k, "cross-9x14", "English over Arabic", "cross-9x14"));

    private static IEnumerable<GallerySample> Compatible =>
        OfIzzyViz.Select(k => Of(k, "izzyviz", "By IzzyViz’s own rules", "english-6", "--profile", "izzyviz"));

    private static GallerySample Of(string kind, string name, string caption, string data, params string[] options) => new(kind, name, caption)
    {
        Data = kind == "neuron-view" ? $"vectors-{data}" : data,
        Options = [.. Needs[kind], .. OfManyRuns.Contains(kind) && data == "english-64" ? FewRuns : [], .. options],
    };

    // Padding is known of maps and not of vectors, and only decoders write.
    private static bool Fits(string kind, string text) => kind switch
    {
        "neuron-view" => text != "chinese-24",
        "generation" => text is "causal-24" or "causal-200" or "mixed-16",
        _ => true,
    };
}
