using System.CommandLine.Parsing;
using IzzyViz.Analysis.Captures;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>What to write, as on the command line: <c>attention,q,k,v,hidden</c>.</summary>
internal static class PartList
{
    private static readonly (string Name, CaptureParts Part)[] Names =
    [
        ("attention", CaptureParts.Attention), ("q", CaptureParts.Query), ("k", CaptureParts.Key), ("v", CaptureParts.Value), ("hidden", CaptureParts.Hidden),
    ];

    public static CaptureParts Parse(ArgumentResult result)
    {
        var parts = CaptureParts.None;
        foreach (var name in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            var part = Names.FirstOrDefault(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Part;
            parts |= part;
            if (part == CaptureParts.None)
            {
                result.AddError($"'{name}' is nothing that can be written; there are: {string.Join(", ", Names.Select(n => n.Name))}.");
            }
        }

        return parts;
    }
}
