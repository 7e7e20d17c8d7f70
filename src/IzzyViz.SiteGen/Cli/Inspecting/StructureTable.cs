using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Structures;
using Spectre.Console;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary>A model's structure for people.</summary>
internal static class StructureTable
{
    private const int LabelWidth = 12;

    // Below it columns are torn into single letters; a terminal's own breaks are easier to read.
    private const int LeastWidth = 72;

    public static void Write(ModelFolder folder, ModelStructure structure, Listing listing)
    {
        listing.Console.Profile.Width = Math.Max(LeastWidth, listing.Console.Profile.Width);
        WriteSummary(folder, structure, listing.Console);
        var isShort = WriteModules(structure, listing) | WriteInputs(structure, listing) | WriteRefusals(structure, listing);
        if (isShort)
        {
            listing.Console.WriteLine("\n--all lists every module, input and node in a row of its own.");
        }
    }

    private static void WriteSummary(ModelFolder folder, ModelStructure structure, IAnsiConsole console)
    {
        console.Write(new Text(CellText.Shown(folder.Path) + "\n", new Style(decoration: Decoration.Bold)));
        foreach (var (name, value) in StructureFacts.Of(structure, folder.TokenizerPath))
        {
            console.WriteLine($"  {name.PadRight(LabelWidth)}{CellText.Shown(value)}");
        }
    }

    private static bool WriteModules(ModelStructure structure, Listing listing)
    {
        if (structure.Modules.IsEmpty)
        {
            listing.Console.WriteLine("\nNo attention was found.");
            return false;
        }

        var isShort = listing.Write("modules", ModuleRows.Columns, ModuleRows.Of(structure, listing.IsWhole));
        WriteLines(listing, Meanings.Of(structure.Modules.Where(m => m.Refused is null).Select(m => m.Mechanism)));
        return isShort;
    }

    private static bool WriteInputs(ModelStructure structure, Listing listing)
    {
        var isShort = listing.Write("inputs", InputRows.Columns, InputRows.Of(structure, listing.IsWhole));
        WriteLines(listing, Meanings.Of(structure.Inputs.Select(i => i.FedBy)));
        return isShort;
    }

    private static bool WriteRefusals(ModelStructure structure, Listing listing) =>
        !structure.Refusals.IsEmpty && listing.Write("that are not captured", RefusalRows.Columns, RefusalRows.Of(structure, listing.IsWhole));

    private static void WriteLines(Listing listing, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            listing.Console.WriteLine($"  {line}");
        }
    }
}
