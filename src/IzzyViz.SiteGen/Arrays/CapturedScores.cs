using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What a capture says of the queries and keys of one head: how their products become the attention, and what that is.</summary>
internal sealed record CapturedScores
{
    /// <summary>What products are multiplied by before the softmax; null where the file does not say.</summary>
    public double? Scale { get; init; }

    /// <summary><c>[query, key]</c> as the model gave it; null where the file does not have it.</summary>
    public Matrix? Attention { get; init; }

    /// <summary>False for keys that are padding; empty where the file does not say.</summary>
    public ImmutableArray<bool> IsText { get; init; } = [];

    /// <summary>The file was told that more than the product makes the scores.</summary>
    public bool HasMore { get; init; }

    /// <param name="query">The name of the queries' tensor: <c>encoder.3.q</c>.</param>
    public static CapturedScores Of(TensorFile file, string query, ArrayChoice choice)
    {
        var module = query.EndsWith(".q", StringComparison.Ordinal) ? query[..^2] : query;
        var isCaptured = Entry(file, module) is { } entry && entry.ContainsKey("scale");
        var scale = isCaptured && Entry(file, module)!["scale"] is JsonArray scales && (choice.Heads.IsEmpty ? 0 : choice.Heads[0]) is var head && head < scales.Count ? scales[head]?.GetValue<double>() : null;
        return new()
        {
            Scale = scale,
            HasMore = isCaptured && scale is null,
            Attention = file.Tensors.ContainsKey(module) && module != query ? TensorSlices.Of(file, module, choice with { Need = ArrayNeed.One }).Matrices[0] : null,
            IsText = CapturedTokens.Padding(file, module, choice.Item ?? 0).Columns,
        };
    }

    private static JsonObject? Entry(TensorFile file, string module)
    {
        try
        {
            return file.Metadata.TryGetValue("provenance", out var json) ? JsonNode.Parse(json)?["modules"]?[module] as JsonObject : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Metadata of that name that somebody else wrote.
            return null;
        }
    }
}
