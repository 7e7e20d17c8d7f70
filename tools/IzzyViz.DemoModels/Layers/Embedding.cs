using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Layers;

/// <summary>A table of vectors: token, position or segment to [width].</summary>
internal sealed class Embedding(string module, Matrix table)
{
    public Embedding(ParameterSet parameters, string module, int rows, int width, float deviation)
        : this(module, parameters.Normal($"{module.Replace('/', '.')}.weight", rows, width, deviation))
    {
    }

    /// <summary>Trained on from a table that says something already.</summary>
    public Embedding(ParameterSet parameters, string module, Matrix start)
        : this(module, parameters.Add($"{module.Replace('/', '.')}.weight", start))
    {
    }

    public Matrix Forward(Tape tape, int[] ids) => RowLookup.Apply(tape, table, ids);

    public string Write(GraphWriter graph, string ids)
    {
        var weight = graph.Matrix($"{module.Replace('/', '.')}.weight", table);
        return graph.Node("Gather", module, [weight, ids], OnnxAttribute.Of("axis", 0L));
    }
}
