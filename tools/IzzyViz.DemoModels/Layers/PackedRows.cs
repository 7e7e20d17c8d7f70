using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Layers;

/// <summary>The residual stream of several sequences, [token, width].</summary>
internal sealed record PackedRows(Matrix Matrix, Packing Packing)
{
    public PackedRows With(Matrix matrix) => this with { Matrix = matrix };
}
