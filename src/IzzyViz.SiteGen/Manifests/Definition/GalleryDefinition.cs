using IzzyViz.SiteGen.Manifests.Shapes;
using Names = IzzyViz.SiteGen.Manifests.Located<System.Collections.Immutable.ImmutableArray<IzzyViz.SiteGen.Manifests.Located<string>>>;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class GalleryDefinition
{
    private static readonly Field<Names> Model = Selection("model", Values.Selection, "The model shown, or a pattern.");

    private static readonly Field<Names> Models = Selection(
        "models", Values.Selection, "The models shown. A family's name stands for all its members; `*` for all models.", "\"*\"");

    private static readonly Field<Names> Slices = Selection(
        "slices", Values.SliceSelection, "Over which slices: `dataset/slice`, or `dataset` for all its slices; `*` for all slices.", "\"*\"");

    private static readonly Field<Located<int>> Examples = new(
        "examples", new NumberShape<int>(0, 10_000), "How many examples of each slice get a page: the first ones.") { Default = "8" };

    private static readonly Field<Names> Figures = Selection(
        "figures", Values.Selection, "The figures drawn large on those pages.", "[table-lens, all-heads]");

    private static readonly Field<Names> Statistics = Selection(
        "statistics", Values.Selection, "The statistics computed; `*` for all there are.", "\"*\"");

    public static readonly RecordShape<GalleryEntry> Record = new(
        "a gallery", "Every model named here over every slice named here.", [Model, Models, Slices, Examples, Figures, Statistics], Build)
    {
        Rules = [new NotBothKeys("model", "models")],
    };

    private static Field<Names> Selection(string key, TextShape<string> item, string description, string? byDefault = null) =>
        new(key, new ListShape<Located<string>>(item, orOne: true), description) { Default = byDefault };

    private static GalleryEntry Build(FieldValues values) => new()
    {
        At = values.At,
        Models = values.Get(Model) ?? values.GetOrDefault(Models),
        Slices = values.GetOrDefault(Slices),
        Examples = values.GetOrDefault(Examples),
        Figures = values.GetOrDefault(Figures),
        Statistics = values.GetOrDefault(Statistics),
    };
}
