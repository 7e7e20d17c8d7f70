using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>The sentence of a structure page.</summary>
internal static class StructureWords
{
    /// <summary>"All 12 attention modules can be captured; it takes 3 inputs, all of which are derived from the tokens; 2 other nodes are not captured."</summary>
    public static string Lead(ModelStructure structure)
    {
        var captured = structure.Modules.Count(m => m.Refused is null);
        var modules = (captured, structure.Modules.Length) switch
        {
            (_, 0) => "No attention was found",
            var (some, all) when some == all => all switch
            {
                1 => "Its attention module can be captured",
                2 => "Both attention modules can be captured",
                _ => $"All {all} attention modules can be captured",
            },
            var (some, all) => $"{some} of {Words.Count(all, "attention module")} can be captured",
        };
        var others = structure.Refusals.Length - (structure.Modules.Length - captured);
        return $"{modules}; {Inputs(structure)}{(others > 0 ? $"; {Words.Count(others, "node looks", "nodes look")} like attention and {(others == 1 ? "is" : "are")} not" : "")}.";
    }

    private static string Inputs(ModelStructure structure)
    {
        var given = structure.Inputs.Where(i => i.FedBy == InputRole.User).Select(i => i.Name).ToList();
        var takes = $"it takes {Words.Count(structure.Inputs.Length, "input")}";
        return given.Count == 0 ? $"{takes}, none of which has to be given" : $"{takes}, of which {Words.List(given)} {(given.Count == 1 ? "has" : "have")} to be given";
    }
}
