using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.SiteGen.Structures;

/// <summary>A row for the inputs that differ in nothing but a number of their name, as the cache of a decoder does.</summary>
internal static class InputRows
{
    public static readonly ImmutableArray<ListedColumn> Columns = [new("input") { IsName = true }, new("fed by"), new("type"), new("shape") { Wraps = true }];

    public static IEnumerable<ListedRow> Of(ModelStructure structure, bool isWhole = false) => Alike.Of(structure.Inputs, Likeness, isWhole).Select(Row);

    private static object Likeness(ModelInputInfo input) => (input.FedBy, input.Type, Shape(input), NumberedNames.WithoutNumbers(input.Name));

    private static ListedRow Row(List<ModelInputInfo> alike) =>
        new([NumberedNames.Of(alike.ConvertAll(i => i.Name)), ContractWords.Of(alike[0].FedBy), alike[0].Type.Label(), Shape(alike[0])], alike.Count);

    private static string Shape(ModelInputInfo input) => input.Shape.IsEmpty ? "one number" : string.Join(" x ", input.Shape);
}
