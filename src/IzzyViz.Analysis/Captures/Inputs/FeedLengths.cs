using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>The sizes that derived inputs take.</summary>
/// <param name="Past">Tokens in the cache.</param>
internal readonly record struct FeedLengths(long Batch, long Tokens, long Past)
{
    public static FeedLengths Of(IReadOnlyList<Tensor> given, Tensor? tokens, Tensor? past)
    {
        var main = tokens ?? given.FirstOrDefault(t => t.Dims.Length >= 2);
        return new(main?.Dims[0] ?? 1, main is { Dims.Length: >= 2 } ? main.Dims[1] : 1, Held(past));
    }

    /// <summary>Tokens stand before the features; in the old layout, of three axes, behind them.</summary>
    private static long Held(Tensor? past) => past switch
    {
        { Dims: [.., _, var tokens, _] and { Length: 4 or 5 } } => tokens,
        { Dims: [_, _, var tokens] } => tokens,
        _ => 0,
    };
}
