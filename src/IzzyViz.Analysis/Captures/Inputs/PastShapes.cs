using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Key/value caches that hold nothing yet.</summary>
internal static class PastShapes
{
    /// <param name="run">Its second part is how long the cache has to be although it holds nothing; its values are zeros then.</param>
    public static Tensor? Empty(OnnxValue input, ModelConfig config, (FeedLengths Lengths, long Least) run)
    {
        var (dims, lengths) = (input.Dims, run.Lengths);
        ImmutableArray<long>? shape = dims switch
        {
            { Length: 4 } d => [d[0].Size ?? lengths.Batch, d[1].Size ?? config.KeyValueHeads ?? config.Heads ?? 1, run.Least, d[3].Size ?? config.HeadSize ?? 1],
            { Length: 5 } d => [d[0].Size ?? 2, d[1].Size ?? lengths.Batch, d[2].Size ?? config.KeyValueHeads ?? config.Heads ?? 1, run.Least, d[4].Size ?? config.HeadSize ?? 1],
            { Length: 3 } d => [.. d.Select((x, i) => x.Size ?? OfSymbol(x.Symbol ?? "", i, config, lengths))],
            _ => null,
        };
        return shape is { } s ? Tensor.Of(new float[s.Aggregate(1L, (p, d) => p * d)], s).As(input.Type) : null;
    }

    /// <summary>The old layout folds batch and heads, and has the past last or in the middle.</summary>
    private static long OfSymbol(string symbol, int axis, ModelConfig config, FeedLengths lengths) =>
        axis == 0 ? lengths.Batch * (symbol.Contains("head", StringComparison.Ordinal) ? config.Heads ?? 1 : 1)
            : symbol.Contains("past", StringComparison.Ordinal) || symbol.Contains("seq", StringComparison.Ordinal) ? 0
            : config.HeadSize ?? 0;
}
