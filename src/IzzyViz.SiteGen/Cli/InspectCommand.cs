using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Cli;

/// <summary><c>inspect MODEL</c>: what the graph holds, how each module's attention would be obtained, how the inputs would be fed.</summary>
internal static class InspectCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "A model folder or an .onnx file." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object instead of tables." };
    private static readonly Option<string?> GraphName = new("--file") { Description = "Which ONNX file of the folder." };

    public static Command Create()
    {
        var command = new Command("inspect", "Says what a model's graph holds and what can be captured.") { Model, Json, GraphName };
        command.SetAction(parsed => (int)Run(parsed, Console.Out, Console.Error));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, TextWriter data, TextWriter talk)
    {
        var bag = new DiagnosticBag();
        var folder = ModelFolder.Find(parsed.GetValue(Model)!, parsed.GetValue(GraphName), bag);
        if (folder is not null && ModelReader.Inspect(folder, bag) is { } structure)
        {
            if (parsed.GetValue(Json))
            {
                data.WriteLine(StructureJson.Write(folder, structure));
            }
            else
            {
                StructureTable.Write(folder, structure, data);
            }
        }

        CommandFindings.Write(bag.Items, talk);
        return CommandFindings.CodeOf(bag);
    }
}
