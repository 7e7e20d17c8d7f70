using System.Collections.Immutable;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;

namespace IzzyViz.DemoModels.Models;

/// <summary>A model that is trained here and exported from here.</summary>
internal interface IDemoModel
{
    ParameterSet Parameters { get; }

    /// <summary>Every attention layer, in the order of the forward pass.</summary>
    ImmutableArray<AttentionLayer> AttentionLayers { get; }

    /// <summary>[row, class]: one row for each target of the batch.</summary>
    Matrix Logits(Tape tape, PackedBatch batch);

    /// <summary>File name to contents.</summary>
    ImmutableSortedDictionary<string, byte[]> Export(WeightFormat format);
}
