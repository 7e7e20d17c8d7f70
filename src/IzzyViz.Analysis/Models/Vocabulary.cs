using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models;

/// <summary>Rows of the table that token ids index.</summary>
internal static class Vocabulary
{
    public static long? Rows(DataFlow flow)
    {
        foreach (var input in flow.FedInputs.Where(i => InputRoles.Of(i) == InputRole.Tokens))
        {
            if (Rows(flow, input.Name) is { } rows)
            {
                return rows;
            }
        }

        return null;
    }

    /// <summary>Of the ids of one input.</summary>
    public static long? Rows(DataFlow flow, string input) => Rows(flow, input, 0);

    /// <summary>Quantised tables are cast and scaled before they are read.</summary>
    private static string Stored(DataFlow flow, string table)
    {
        while (flow.Producer(table) is { Op: "Cast" or "Mul" or "DequantizeLinear" or "Identity" or "Sub" } node)
        {
            table = node.Input(0);
        }

        return table;
    }

    private static long? Rows(DataFlow flow, string tensor, int distance)
    {
        foreach (var (node, index) in distance > 4 ? [] : flow.Consumers(tensor))
        {
            var table = node.Op switch
            {
                "Gather" when index == 1 => node.Input(0),
                "EmbedLayerNormalization" when index == 0 => node.Input(2),
                "GatherBlockQuantized" when index == 1 => node.Input(0),
                _ => "",
            };
            var rows = flow.Constant(Stored(flow, table)) is { Dims: [var count, _] } ? count : node.Op is "Cast" or "Reshape" or "Identity" ? Rows(flow, node.Output(0), distance + 1) : null;
            if (rows is not null)
            {
                return rows;
            }
        }

        return null;
    }
}
