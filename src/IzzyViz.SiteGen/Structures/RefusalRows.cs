using System.Collections.Immutable;
using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Structures;

/// <summary>A row for the nodes that are not captured for the same reason and differ in a number of their name.</summary>
internal static class RefusalRows
{
    public static readonly ImmutableArray<ListedColumn> Columns = [new("not captured") { IsName = true }, new("why") { Wraps = true }, new("code")];

    public static IEnumerable<ListedRow> Of(ModelStructure structure, bool isWhole = false) => Alike.Of(structure.Refusals, Likeness, isWhole).Select(Row);

    private static object Likeness(Refusal refusal) => (refusal.Code, NumberedNames.WithoutNumbers(refusal.Node), NumberedNames.WithoutNumbers(refusal.Why));

    private static ListedRow Row(List<Refusal> alike)
    {
        var whys = alike.ConvertAll(r => r.Why);
        return new([NumberedNames.Of(alike.ConvertAll(r => r.Node)), NumberedNames.Together(whys) ?? whys[0], alike[0].Code], alike.Count);
    }
}
