using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>Numbers that older operator sets write as an attribute and newer ones as an input.</summary>
internal static class WrittenNumbers
{
    /// <summary>Empty where they are left out or computed.</summary>
    public static ImmutableArray<long> Of(DataFlow flow, OnnxNode node, string attribute, int input) =>
        node.Attribute(attribute) is { } written ? written.Ints : flow.Constant(node.Input(input))?.Int64s() ?? [];
}
