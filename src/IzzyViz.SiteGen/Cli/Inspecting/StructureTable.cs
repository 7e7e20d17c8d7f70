using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.SiteGen.Cli.Reporters;
using Spectre.Console;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary>A model's structure for people.</summary>
internal static class StructureTable
{
    private const int MostRejected = 12;

    // The cache of a large decoder is some 200 inputs.
    private const int MostInputs = 400;
    private const int LongestText = 200;

    public static void Write(ModelFolder folder, ModelStructure structure, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.WriteLine(Shown($"{folder.Path}: {structure.Task}, {structure.Precision}, {Size(structure.Bytes)}, {Opsets(structure)}"));
        console.WriteLine($"tokenizer: {folder.TokenizerPath ?? "none"}; positions: {structure.Positions?.ToString() ?? "not said"}; vocabulary: {structure.VocabularyRows?.ToString() ?? "not found"}");
        console.Write(Modules(structure));
        console.Write(Inputs(structure));
        if (structure.Inputs.Length > MostInputs)
        {
            console.WriteLine($"and {structure.Inputs.Length - MostInputs} more inputs; --json lists them all");
        }

        foreach (var refusal in structure.Refusals.Take(MostRejected))
        {
            console.WriteLine(Shown($"not captured: {refusal.Node}: {refusal.Why}"));
        }
    }

    private static Table Modules(ModelStructure structure)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("module", "heads", "kv heads", "window", "obtained by", "tensor");
        foreach (var m in structure.Modules)
        {
            table.AddRow(Cells(m.Name, Count(m.Heads), Count(m.KeyValueHeads), Count(m.Window ?? 0), m.Refused is null ? Obtained(m) : "refused", m.Tensor));
        }

        return table;
    }

    private static string Obtained(AttentionModule module) =>
        ContractWords.Of(module.Mechanism) + (module.FurtherProducts > 0 ? $", used by {module.FurtherProducts + 1} products" : "");

    private static Table Inputs(ModelStructure structure)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("input", "type", "shape", "fed by");
        foreach (var input in structure.Inputs.Take(MostInputs))
        {
            table.AddRow(Cells(input.Name, input.Type.Label(), string.Join(" x ", input.Shape), ContractWords.Of(input.FedBy)));
        }

        return table;
    }

    private static string[] Cells(params ReadOnlySpan<string> texts)
    {
        var cells = new string[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            cells[i] = Markup.Escape(Shown(texts[i]));
        }

        return cells;
    }

    /// <summary>Names are the model's own, and may hold anything.</summary>
    private static string Shown(string text) => PlainText.OneLine(text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…");

    private static string Count(int count) => count > 0 ? $"{count}" : "";

    private static string Opsets(ModelStructure structure) =>
        string.Join(", ", structure.Opsets.Select(o => $"{(o.Key.Length == 0 ? "opset" : o.Key)} {o.Value}"));

    private static string Size(long bytes) => bytes < 1 << 20 ? $"{bytes / 1024.0:0.0} KB" : $"{bytes / 1048576.0:0.0} MB";
}
