using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.SiteGen.Structures;

/// <summary>A row for the inputs that differ in nothing but a number of their name, as the cache of a decoder does.</summary>
internal static class InputRows
{
    public static readonly ImmutableArray<ListedColumn> Columns = [new("input") { IsName = true }, new("fed by"), new("type"), new("shape") { Wraps = true }];

    public static IEnumerable<ListedRow> Of(ModelStructure structure, bool isWhole = false)
    {
        var shared = structure.Inputs.GroupBy(i => i.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return Alike.Of(structure.Inputs, Likeness, isWhole).Select(alike => Row(alike, shared.Contains(alike[0].Name)));
    }

    private static object Likeness(ModelInputInfo input) => (input.FedBy, input.Type, input.Graph, Shape(input), NumberedNames.WithoutNumbers(input.Name));

    /// <param name="isShared">Whether another graph of the model has an input of that name.</param>
    private static ListedRow Row(List<ModelInputInfo> alike, bool isShared) =>
        new([NumberedNames.Of(alike.ConvertAll(i => isShared ? $"{i.Name} ({ContractWords.Of(i.Graph)})" : i.Name)), ContractWords.Of(alike[0].FedBy), alike[0].Type.Label(), Shape(alike[0])], alike.Count);

    private static string Shape(ModelInputInfo input) => input.Shape.IsEmpty ? "one number" : string.Join(" x ", input.Shape);
}
