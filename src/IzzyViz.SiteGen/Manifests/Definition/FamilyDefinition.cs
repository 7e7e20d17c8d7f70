using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class FamilyDefinition
{
    public static readonly RecordShape<FamilyEntry> Checkpoints = Create(
        "checkpoints", "Models at training steps, in the order of the steps.", "step");

    public static readonly RecordShape<FamilyEntry> Repeats = Create(
        "repeats", "Models trained alike but for the seed, in the order of the seeds.", "seed");

    private static RecordShape<FamilyEntry> Create(string name, string description, string word)
    {
        var pattern = new Field<Located<string>>(
            "pattern", Values.FamilyPattern, $"A path with one `*`; what it stands for is the {word}.") { IsRequired = true };
        var label = new Field<Located<string>>(
            "label", TextShape.Of("a lower-case word", "^[a-z]+$"), "The word for it, in ids and on pages.") { Default = word };
        return new($"'{name}'", description, [pattern, label], values => new FamilyEntry(values.Get(pattern), values.GetOrDefault(label)));
    }
}
