using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.SiteGen.Cli;

/// <summary>What a capture file says about itself, as JSON strings.</summary>
internal static class CaptureMetadata
{
    public static ImmutableSortedDictionary<string, string> Of(IEnumerable<CapturedModule> modules, IReadOnlyDictionary<string, Tensor> given)
    {
        var metadata = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        metadata["provenance"] = Provenance(modules).ToJsonString();
        if (given.TryGetValue("attention_mask", out var mask))
        {
            metadata["mask"] = Rows(mask).ToJsonString();
        }

        if (given.TryGetValue("input_ids", out var ids))
        {
            metadata["tokens"] = Rows(ids).ToJsonString();
        }

        return metadata.ToImmutable();
    }

    private static JsonObject Provenance(IEnumerable<CapturedModule> modules)
    {
        var all = new JsonObject();
        foreach (var m in modules)
        {
            all[m.Module.Name] = new JsonObject
            {
                ["mechanism"] = Words.Of(m.Module.Mechanism),
                ["tensor"] = m.Module.Tensor,
                ["row_sum_error"] = m.Check.RowSumError,
                ["value_error"] = double.IsNaN(m.Check.ValueError) ? null : m.Check.ValueError,
            };
        }

        return new() { ["runtime"] = RuntimeIdentity.Runtime, ["cpu"] = RuntimeIdentity.CpuClass, ["modules"] = all };
    }

    private static JsonArray Rows(Tensor tensor)
    {
        var values = tensor.ToInt64s();
        var length = (int)(tensor.Dims.IsEmpty ? 1 : tensor.Dims[^1]);
        return [.. values.Chunk(Math.Max(1, length)).Select(row => new JsonArray([.. row.Select(v => JsonValue.Create(v))]))];
    }
}
