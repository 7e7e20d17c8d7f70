using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Inputs that follow from the sizes of those given: masks, positions, what an encoder left.</summary>
internal sealed class DerivedTensors(GivenTensors given, FeedLengths lengths)
{
    /// <summary>Every token is real, those in the cache too; null for a mask of a shape that is not <c>[batch, tokens]</c>.</summary>
    public Tensor? Mask(OnnxValue input)
    {
        var own = given.Find(input.Name.Replace("attention_mask", "input_ids", StringComparison.Ordinal));
        var ofEncoder = input.Name.StartsWith("encoder", StringComparison.Ordinal);
        var hidden = given.Named("encoder_hidden_states");
        return input.Dims is { Length: not 2 } ? null
            : ofEncoder ? Filled(1, hidden?.Dims[0] ?? lengths.Batch, hidden?.Dims[1] ?? lengths.Tokens)
            : Filled(1, lengths.Batch, lengths.Past + (own is { Dims: [_, var length] } ? length : lengths.Tokens));
    }

    public Tensor Positions(OnnxValue input)
    {
        if (input.Name.Contains("cache", StringComparison.Ordinal))
        {
            return Tensor.Of([.. Enumerable.Range(0, (int)lengths.Tokens).Select(i => (long)i + lengths.Past)], lengths.Tokens);
        }

        var mask = given.Find("attention_mask") is { Dims: [_, var length] } found && length == lengths.Past + lengths.Tokens
            ? found.ToInt64s() : [.. Enumerable.Repeat(1L, (int)(lengths.Batch * (lengths.Past + lengths.Tokens)))];
        return Tensor.Of(TokenPositions.Of(mask, lengths), lengths.Batch, lengths.Tokens);
    }

    /// <summary>The encoder's cache or its states, where its graph has run.</summary>
    public Tensor? OfEncoder(OnnxValue input) =>
        given.Named(input.Name.Replace("past", "present", StringComparison.Ordinal))
        ?? (input.Name.Contains("hidden", StringComparison.Ordinal) || input.Name.Contains("output", StringComparison.Ordinal) ? given.Named("encoder_hidden_states") : null);

    public static Tensor Filled(long value, params ImmutableArray<long> dims) =>
        Tensor.Of([.. Enumerable.Repeat(value, (int)dims.Aggregate(1L, (p, d) => p * d))], dims);
}
