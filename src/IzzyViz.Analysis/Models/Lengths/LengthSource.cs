using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Lengths;

/// <summary>The token input whose length a computed size is, with what a cache holds added or not.</summary>
internal static class LengthSource
{
    private const int MostSteps = 24;

    public static string? Of(DataFlow flow, string size) => Of(flow, size, maySum: true);

    private static string? Of(DataFlow flow, string size, bool maySum)
    {
        for (var step = 0; step < MostSteps && flow.Producer(size) is { } node; step++)
        {
            switch (node.Op)
            {
                case "Gather" when flow.Producer(node.Input(0)) is { Op: "Shape" } shape && flow.Number(node.Input(1)) is 1 or -1:
                    return Tokens(flow, shape.Input(0));
                case "Shape" when node.Int("start") is 1 or -1:
                    return Tokens(flow, node.Input(0));
                case "Add" when maySum:
                    return node.Inputs.Select(i => Of(flow, i, maySum: false)).FirstOrDefault(i => i is not null);
                case "Cast" or "Squeeze" or "Unsqueeze" or "Reshape" or "Identity":
                    size = node.Input(0);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>An input of ids, or ids laid flat in rows.</summary>
    private static string? Tokens(DataFlow flow, string tensor)
    {
        tensor = Bare.Of(flow, tensor, ["Reshape", "Cast", "Identity"]);
        return flow.FedInputs.Any(i => i.Name == tensor && InputRoles.Of(i) == InputRole.Tokens) ? tensor : null;
    }
}
