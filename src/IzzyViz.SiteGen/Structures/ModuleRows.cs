using System.Collections.Immutable;
using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Structures;

/// <summary>A row for the modules that differ in nothing but their layer.</summary>
internal static class ModuleRows
{
    public static readonly ImmutableArray<ListedColumn> Columns =
    [
        new("module") { Wraps = true }, new("heads") { IsNumber = true }, new("KV heads") { IsNumber = true }, new("window") { IsNumber = true }, new("how"), new("tensor") { IsName = true },
    ];

    public static IEnumerable<ListedRow> Of(ModelStructure structure, bool isWhole = false) => Alike.Of(structure.Modules, Likeness, isWhole).Select(Row);

    private static object Likeness(AttentionModule m) =>
        (m.Kind, m.Heads, m.KeyValueHeads, m.Window, Obtained(m), NumberedNames.WithoutNumbers(m.Tensor));

    private static ListedRow Row(List<AttentionModule> alike)
    {
        var first = alike[0];
        var name = $"{first.Kind.ToString().ToLowerInvariant()}.{NumberRanges.Of(alike.ConvertAll(m => (long)m.Layer))}";
        var window = first.Window is { } keys ? $"{keys}" : "–";
        return new([name, Count(first.Heads), Count(first.KeyValueHeads), window, Obtained(first), NumberedNames.Of(alike.ConvertAll(m => m.Tensor))], alike.Count);
    }

    private static string Obtained(AttentionModule module) => module.Refused is not null ? "refused"
        : ContractWords.Of(module.Mechanism) + (module.FurtherProducts > 0 ? $", used by {module.FurtherProducts + 1} products" : "");

    private static string Count(int count) => count > 0 ? $"{count}" : "not said";
}
