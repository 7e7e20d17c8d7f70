using System.Text;
using System.Text.Json;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.SiteGen.Structures;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary>The contract's form of a model's structure.</summary>
internal static class StructureJson
{
    public static string Write(ModelFolder folder, ModelStructure structure)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteArray(json, "modules", structure.Modules, WriteModule);
            WriteArray(json, "inputs", structure.Inputs, WriteInput);
            WriteArray(json, "refused", structure.Refusals, WriteRefusal);
            json.WriteStartObject("opset");
            foreach (var (domain, version) in structure.Opsets)
            {
                json.WriteNumber(domain, version);
            }

            json.WriteEndObject();
            json.WriteString("precision", structure.Precision);
            json.WriteNumber("bytes", structure.Bytes);
            json.WriteString("tokenizer", folder.TokenizerPath is null ? null : Path.GetFileName(folder.TokenizerPath));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModule(Utf8JsonWriter json, AttentionModule module)
    {
        json.WriteString("name", module.Name);
        json.WriteString("kind", module.Kind.ToString().ToLowerInvariant());
        json.WriteNumber("layer", module.Layer);
        WriteCount(json, "heads", module.Heads);
        WriteCount(json, "kv_heads", module.KeyValueHeads);
        WriteCount(json, "window", module.Window ?? 0);
        json.WriteString("mechanism", ContractWords.Of(module.Mechanism));
        json.WriteString("tensor", module.Tensor);
        if (module.FurtherProducts > 0)
        {
            json.WriteNumber("further_products", module.FurtherProducts);
        }

        json.WriteString("refused", module.Refused?.Message);
    }

    private static void WriteCount(Utf8JsonWriter json, string name, int count)
    {
        if (count > 0)
        {
            json.WriteNumber(name, count);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteInput(Utf8JsonWriter json, ModelInputInfo input)
    {
        json.WriteString("name", input.Name);
        json.WriteString("type", input.Type.Label());
        json.WriteStartArray("shape");
        foreach (var size in input.Shape)
        {
            if (long.TryParse(size, out var number))
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteStringValue(size);
            }
        }

        json.WriteEndArray();
        json.WriteString("fed_by", ContractWords.Of(input.FedBy));
        if (input.Graph != GraphRole.Single)
        {
            json.WriteString("graph", ContractWords.Of(input.Graph));
        }
    }

    private static void WriteRefusal(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteString("code", refusal.Code);
        json.WriteString("node", refusal.Node);
        json.WriteString("why", refusal.Why);
    }
}
