using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Cli.Reporters;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary><c>inspect MODEL</c>: what the graph holds, how each module's attention would be obtained, how the inputs would be fed.</summary>
internal static class InspectCommand
{
    private static readonly Option<bool> All = new("--all") { Description = "List every module, input and refusal in a row of its own." };

    public static Command Create()
    {
        var command = new Command("inspect", "Says what a model's graph holds and what can be captured.") { ModelOptions.Model, CommonOptions.Json, All, ModelOptions.GraphName };
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        var bag = new DiagnosticBag();
        var folder = ModelFolder.Find(parsed.GetRequiredValue(ModelOptions.Model), parsed.GetValue(ModelOptions.GraphName), bag);
        if (folder is not null && ModelReader.Inspect(folder, bag) is { } structure)
        {
            Write(parsed, folder, structure);
        }

        Talk.From(parsed).Report(bag);
        return ExitCodes.Of(bag);
    }

    private static void Write(ParseResult parsed, ModelFolder folder, ModelStructure structure)
    {
        var data = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(CommonOptions.Json))
        {
            data.Write(StructureJson.Write(folder, structure) + "\n");
        }
        else
        {
            StructureTable.Write(folder, structure, new(TextConsole.On(data), parsed.GetValue(All)));
        }
    }
}
