using System.Collections.Immutable;
using IzzyViz.SiteGen.Manifests.Shapes;
using Names = IzzyViz.SiteGen.Manifests.Located<System.Collections.Immutable.ImmutableArray<IzzyViz.SiteGen.Manifests.Located<string>>>;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class ComparisonDefinition
{
    private static readonly Field<Located<string>> Id = new("id", Values.Id, "The name of its page.") { IsRequired = true };

    private static readonly Field<Located<string>> Title = new("title", TextShape.Any(), "What pages call it; made from what is compared if left out.");

    private static readonly Field<Names> Models = Pair(
        "models", Values.Id, "Two models on the same inputs. Where their tokenizers differ, tokens are joined until both cut the text in the same places.");

    private static readonly Field<Names> Heads = Pair(
        "heads", Values.HeadName, "Two heads, of one model or of two: `polarity/L0H1`, and `dates/cross.L1H2` where a model has several kinds of attention.");

    private static readonly Field<Names> Layers = Pair(
        "layers", Values.LayerName, "Two layers, by module: `polarity/encoder.0`.");

    private static readonly Field<Located<string>> Family = new(
        "family", Values.Id, "All checkpoints or all repeats of a model. Every family in a gallery gets such a comparison, named like the family, unless one is written here.");

    private static readonly Field<Located<Numbering>> Numbering = new(
        "numbering", new ChoiceShape<Numbering>([("common", Manifests.Numbering.Common), ("matched", Manifests.Numbering.Matched)]),
        "`common` where one model was made from the other, so that head 3 is head 3; `matched` for models trained apart, whose heads are matched layer by layer by their patterns.") { Default = "common" };

    private static readonly Field<Names> Slices = new(
        "slices", new ListShape<Located<string>>(Values.SliceSelection, orOne: true), "Over which slices; `*` for all that every side is shown over.") { Default = "\"*\"" };

    private static readonly Field<Located<int>> Examples = new(
        "examples", new NumberShape<int>(2, 10_000), "Of how many examples of each slice the maps are compared: the first ones. Statistics and answers are compared on all.") { Default = "16" };

    public static readonly RecordShape<ComparisonEntry> Record = new(
        "a comparison", "Two models, heads or layers side by side, or the members of a family.",
        [Id, Title, Models, Heads, Layers, Family, Numbering, Slices, Examples], Build)
    {
        Rules = [new ExactlyOneKey(["models", "heads", "layers", "family"])],
    };

    private static Field<Names> Pair(string key, TextShape<string> item, string description) => new(key, new ListShape<Located<string>>(item) { Count = 2 }, description);

    private static ComparisonEntry Build(FieldValues values) => new()
    {
        At = values.At,
        Id = values.Get(Id),
        Title = values.Get(Title),
        Models = values.Get(Models),
        Heads = values.Get(Heads),
        Layers = values.Get(Layers),
        Family = values.Get(Family),
        Numbering = values.GetOrDefault(Numbering),
        Slices = values.GetOrDefault(Slices),
        Examples = values.GetOrDefault(Examples),
    };
}
