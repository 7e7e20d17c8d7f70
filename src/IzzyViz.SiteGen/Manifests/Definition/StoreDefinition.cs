using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class StoreDefinition
{
    private static readonly Field<Located<long>> Limit = new(
        "limit", Values.Size, "Its largest size; the results used longest ago go first.") { Default = "2 GiB" };

    public static readonly RecordShape<Located<long>> Record = new(
        "'store'", "The folder of results that later builds use again.", [Limit], values => values.GetOrDefault(Limit));
}
