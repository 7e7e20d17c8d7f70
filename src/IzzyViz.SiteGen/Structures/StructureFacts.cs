using System.Globalization;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Pages;

namespace IzzyViz.SiteGen.Structures;

/// <summary>What is said about a model as a whole, by <c>inspect</c> and by its pages.</summary>
internal static class StructureFacts
{
    public static IEnumerable<(string Name, string Value)> Of(ModelStructure structure, string? tokenizer) =>
    [
        ("task", TaskWords.Of(structure.Task)),
        ("precision", structure.Precision + (structure.HasDynamicQuantisation ? ", activations quantised at run time: run one example at a time" : "")),
        ("size", Size(structure.Bytes)),
        ("opset", Opsets(structure)),
        ("tokenizer", tokenizer ?? "none found"),
        ("positions", structure.Positions is { } positions ? $"{Number(positions)}, the longest input" : "not said"),
        ("vocabulary", structure.VocabularyRows is { } rows ? $"{Number(rows)} tokens" : "not found"),
    ];

    private static string Opsets(ModelStructure structure) => structure.Opsets.IsEmpty ? "not said"
        : string.Join(", ", structure.Opsets.Select(o => $"{(o.Key.Length == 0 ? "ai.onnx" : o.Key)} {o.Value}"));

    // A line of a terminal may break anywhere, and a search finds plain spaces.
    private static string Size(long bytes) => Words.Bytes(bytes).Replace('\u00a0', ' ');

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
