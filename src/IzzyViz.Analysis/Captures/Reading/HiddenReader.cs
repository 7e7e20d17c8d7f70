using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Reading;

/// <summary>Reads the residual stream as <c>[batch, token, width]</c>: one row per query of the layer's attention.</summary>
internal static class HiddenReader
{
    /// <summary>Null where its shape is not one row per token, or does not say which axis the tokens are on.</summary>
    /// <param name="swaps">Whether the graph changes the places of batch and tokens anywhere, so that where both are equal the shape does not tell them apart.</param>
    public static CapturedTensor? Read(OrtValue value, ImmutableArray<long> map, bool swaps)
    {
        var (batch, tokens) = (map[0], map[2]);
        return value.Shape() switch
        {
            [var b, var t, var width] when b == batch && t == tokens && (b != t || b == 1 || !swaps) => new([b, t, width], value.Singles().ToArray()),
            [var t, var b, var width] when b == batch && t == tokens && b != t => Turned(value, (b, t, width)),
            [var t, var width] when batch == 1 && t == tokens => new([1, t, width], value.Singles().ToArray()),
            _ => null,
        };
    }

    private static CapturedTensor Turned(OrtValue value, (long Batch, long Tokens, long Width) of)
    {
        var target = new float[of.Batch * of.Tokens * of.Width];
        new MapLayout([], [1, 0, 2]).Arrange(value.Singles(), value.Shape(), target);
        return new([of.Batch, of.Tokens, of.Width], target);
    }
}
