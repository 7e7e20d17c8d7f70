using System.Collections.Immutable;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Captures;

/// <summary>One example as token ids, unpadded.</summary>
public sealed record ModelInput
{
    /// <summary>The encoder's or the decoder-only model's tokens.</summary>
    public required ImmutableArray<int> Source { get; init; }

    public ImmutableArray<int> Types { get; init; } = [];

    /// <summary>The decoder's tokens in an encoder-decoder, start token included; empty elsewhere.</summary>
    public ImmutableArray<int> Target { get; init; } = [];

    /// <summary>Further graph inputs by name.</summary>
    public ImmutableSortedDictionary<string, Tensor> Extra { get; init; } = ImmutableSortedDictionary<string, Tensor>.Empty;

    public static ModelInput Of(EncodedExample example) => new()
    {
        Source = [.. example.Source.Tokens.Select(t => t.Id)],
        Types = [.. example.Source.Tokens.Select(t => t.TypeId)],
        Target = example.Target is null ? [] : [.. example.Target.Tokens.Select(t => t.Id)],
    };

    /// <summary>The tensors by their usual names, <c>[1, token]</c>.</summary>
    public ImmutableSortedDictionary<string, Tensor> ToTensors()
    {
        var tensors = Extra.ToBuilder();
        tensors["input_ids"] = Row(Source);
        tensors["attention_mask"] = Row([.. Enumerable.Repeat(1, Source.Length)]);
        if (!Types.IsEmpty)
        {
            tensors["token_type_ids"] = Row(Types);
        }

        if (!Target.IsEmpty)
        {
            tensors["decoder_input_ids"] = Row(Target);
        }

        return tensors.ToImmutable();
    }

    private static Tensor Row(ImmutableArray<int> ids) => Tensor.Of([.. ids.Select(i => (long)i)], 1, ids.Length);
}
