using System.Collections.Immutable;
using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class ModelDefinition
{
    private static readonly Field<Located<string>> Id = new(
        "id", Values.Id, "The name by which galleries, addresses and `--only` call it.") { IsRequired = true };

    private static readonly Field<Located<string>> Title = new("title", TextShape.Any(), "What pages call it; the id if left out.");

    private static readonly Field<Located<string>> Path = new(
        "path", Values.Path, "An ONNX file, or a folder as exported: `model.onnx`, `tokenizer.json`, `config.json`. Relative to the manifest, like every path in it.");

    private static readonly Field<Located<string>> HuggingFace = new(
        "hugging-face", TextShape.Of("a repository as 'owner/name'", "^([A-Za-z0-9][A-Za-z0-9_.-]*/)?[A-Za-z0-9][A-Za-z0-9_.-]*$"),
        "A repository of the Hugging Face hub, fetched once into a cache.");

    private static readonly Field<FamilyEntry> Checkpoints = new(
        "checkpoints", FamilyDefinition.Checkpoints.Shape, "One architecture at several training steps; each step is a model of its own.");

    private static readonly Field<FamilyEntry> Repeats = new(
        "repeats", FamilyDefinition.Repeats.Shape, "One architecture trained with several seeds; each seed is a model of its own.");

    private static readonly Field<Located<string>> File = new(
        "file", Values.Path, "Which ONNX file of the folder or repository, where there are several.");

    private static readonly Field<Located<string>> Revision = new(
        "revision", TextShape.Of("a commit, a tag or a branch", "^[A-Za-z0-9][A-Za-z0-9._/-]*$"),
        "The commit of the repository, 40 hexadecimal digits. A branch works too, but then the model can change under the site, and a warning says so.") { Default = "main" };

    private static readonly Field<Located<string>> Sha256 = new(
        "sha256", TextShape.Of("64 hexadecimal digits in lower case", "^[0-9a-f]{64}$"), "What the fetched ONNX file must hash to.");

    private static readonly Field<Located<string>> Licence = new("licence", TextShape.Any(), "Stands on the model's page.");

    private static readonly Field<Located<bool>> Trusted = new(
        "trusted", new FlagShape(), "Says that you vouch for the model's files: it then runs inside the tool's own process, which saves the second or so that another one takes to start. Other models run in a process of their own, so that one that brings the runtime down ends its own run and not the build.") { Default = "false" };

    private static readonly Field<Located<ImmutableSortedDictionary<string, Located<double>>>> Feed = new(
        "feed", new MapShape<Located<double>>("input names with a number each", new NumberShape<double>(double.MinValue, double.MaxValue)),
        "Values for inputs of the graph that cannot be derived, by input name.");

    public static readonly RecordShape<ModelEntry> Record = new(
        "a model", "One model, or a family of models of one architecture.",
        [Id, Title, Path, HuggingFace, Checkpoints, Repeats, File, Revision, Sha256, Licence, Trusted, Feed], Build)
    {
        Rules =
        [
            new ExactlyOneKey(["path", "hugging-face", "checkpoints", "repeats"]),
            new KeyNeedsKey("revision", "hugging-face"),
            new KeyNeedsKey("sha256", "hugging-face"),
        ],
    };

    private static ModelEntry Build(FieldValues values) => new()
    {
        At = values.At,
        Id = values.Get(Id),
        Title = values.Get(Title),
        Path = values.Get(Path),
        HuggingFace = values.Get(HuggingFace),
        Checkpoints = values.Get(Checkpoints),
        Repeats = values.Get(Repeats),
        File = values.Get(File),
        Revision = values.GetOrDefault(Revision),
        Sha256 = values.Get(Sha256),
        Licence = values.Get(Licence),
        Trusted = values.GetOrDefault(Trusted),
        Feed = values.Get(Feed)?.Value ?? ImmutableSortedDictionary<string, Located<double>>.Empty,
    };
}
