using System.Text.Json.Nodes;
using IzzyViz.Analysis.Captures;
using IzzyViz.SiteGen.Structures;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>How each module of a capture file was obtained and what was proved of it.</summary>
internal sealed class CaptureProvenance
{
    private readonly SortedDictionary<string, JsonObject> _modules = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, string> _hidden = new(StringComparer.Ordinal);

    public void AddHidden(string name, CapturedTensor hidden) => _hidden[name] = hidden.Tensor;

    public void Add(CapturedModule module)
    {
        var entry = new JsonObject
        {
            ["mechanism"] = ContractWords.Of(module.Module.Mechanism),
            ["tensor"] = module.Module.Tensor,
            ["row_sum_error"] = module.Check.RowSumError,
            ["value_error"] = Number(module.Check.ValueError),
        };
        if (double.IsNaN(module.Check.ValueError))
        {
            entry["value_check"] = "not taken";
        }

        if (module.Module.FurtherProducts > 0)
        {
            entry["further_products"] = module.Module.FurtherProducts;
        }

        AddProjections(entry, module.Projections);
        _modules[module.Module.Name] = entry;
    }

    public string ToJson()
    {
        var all = new JsonObject();
        foreach (var (name, entry) in _modules)
        {
            all[name] = entry;
        }

        foreach (var (name, tensor) in _hidden)
        {
            (all[name] ??= new JsonObject())["hidden"] = tensor;
        }

        return new JsonObject { ["runtime"] = RuntimeIdentity.Runtime, ["cpu"] = RuntimeIdentity.CpuClass, ["modules"] = all }.ToJsonString();
    }

    /// <summary><c>scale</c>: softmax(q·kᵀ·scale + mask) gives the attention; a number per head, null where more than the product makes the scores.</summary>
    private static void AddProjections(JsonObject entry, CapturedProjections projections)
    {
        if (projections is not ({ Query: null } and { Key: null }))
        {
            entry["scale"] = projections.Scales.IsEmpty ? null : new JsonArray([.. projections.Scales.Select(s => Number(s))]);
            entry["score_error"] = Number(projections.ScoreError);
            entry["product_error"] = Number(projections.ProductError);
        }

        foreach (var (name, tensor) in new[] { ("q", projections.Query), ("k", projections.Key), ("v", projections.Value) }.Where(p => p.Item2 is not null))
        {
            entry[name] = tensor!.Tensor;
        }

        if (projections.Value is not null)
        {
            entry["v_error"] = Number(projections.ValueError);
        }
    }

    private static JsonNode? Number(double value) => double.IsNaN(value) ? null : (JsonNode)float.CreateTruncating(value);
}
