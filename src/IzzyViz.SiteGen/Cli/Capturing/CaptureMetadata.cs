using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>
/// What a capture file says about itself, as JSON strings: <c>tokens</c>, <c>ids</c>, <c>mask</c> and, where the model wrote some of them, <c>roles</c>, each a list per
/// example (a mask that was not given is of ones: every token is real); the same with <c>target_</c> before the name for what an encoder-decoder reads as its own words; and <c>provenance</c>.
/// </summary>
internal static class CaptureMetadata
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImmutableSortedDictionary<string, string> Of(CaptureInput input)
    {
        var metadata = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Add(metadata, "", input, ("input_ids", "attention_mask"));
        Add(metadata, "target_", input, ("decoder_input_ids", "decoder_attention_mask"));
        return metadata.ToImmutable();
    }

    private static void Add(ImmutableSortedDictionary<string, string>.Builder metadata, string prefix, CaptureInput input, (string Ids, string Mask) names)
    {
        var (ids, mask) = (input.Tensors.GetValueOrDefault(names.Ids), input.Tensors.GetValueOrDefault(names.Mask));
        if ((mask ?? ids) is { } masked)
        {
            metadata[$"{prefix}mask"] = Json(Rows(masked).Select(row => row.Select(m => mask is null ? 1 : m)));
        }

        if (ids is null)
        {
            return;
        }

        var labels = prefix.Length == 0 ? input.Labels : [];
        metadata[$"{prefix}ids"] = Json(Rows(ids));
        metadata[$"{prefix}tokens"] = Json(Rows(ids).Select(row => row.Select((id, i) => i < labels.Length ? labels[i] : input.LabelOf((int)id))));
        if (input.Prompts.TryGetValue(names.Ids, out var prompt))
        {
            metadata[$"{prefix}roles"] = Json(Rows(ids).Select(row => row.Select((_, i) => i < prompt ? "prompt" : "generated")));
        }
    }

    private static IEnumerable<long[]> Rows(Tensor tensor) => tensor.ToInt64s().Chunk(Math.Max(1, (int)(tensor.Dims.IsEmpty ? 1 : tensor.Dims[^1])));

    private static string Json<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, Readable);
}
