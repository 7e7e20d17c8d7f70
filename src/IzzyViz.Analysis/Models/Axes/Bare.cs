using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>What a tensor is made from, seen through a few operators that leave its entries as they are.</summary>
internal static class Bare
{
    /// <summary>They leave entries as they are.</summary>
    public static readonly ImmutableArray<string> SameEntries = ["Cast", "Identity", "QuantizeLinear", "DequantizeLinear"];

    /// <summary>They spread entries over other axes, or lay them out anew.</summary>
    public static readonly ImmutableArray<string> Spreading = ["Expand", "Unsqueeze", "Reshape", "Cast", "Identity"];

    private const int NearBy = 8;

    public static string Of(DataFlow flow, string tensor, ImmutableArray<string> passed)
    {
        for (var step = 0; step < NearBy && flow.Producer(tensor) is { } node && passed.Contains(node.Op, StringComparer.Ordinal); step++)
        {
            tensor = node.Input(0);
        }

        return tensor;
    }
}
