using System.Collections.Immutable;
using System.Text;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Nodes and attributes from their messages.</summary>
internal static class NodeSkimmer
{
    public static OnnxNode Node(ReadOnlyMemory<byte> bytes)
    {
        var (inputs, outputs, attributes) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<OnnxAttribute>());
        var (node, scope) = (new OnnxNode { Op = "" }, new StringBuilder());
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: inputs.Add(reader.Text()); break;
                case 2: outputs.Add(reader.Text()); break;
                case 3: node = node with { Name = reader.Text() }; break;
                case 4: node = node with { Op = reader.Text() }; break;
                case 5: attributes.Add(Attribute(reader.Bytes())); break;
                case 7: node = node with { Domain = Domain(reader.Text()) }; break;
                case 9: scope.Append(Scope(reader.Bytes())); break;
                default: reader.Skip(); break;
            }
        }

        return node with { Inputs = inputs.ToImmutable(), Outputs = outputs.ToImmutable(), Attributes = attributes.ToImmutable(), Scope = scope.ToString() };
    }

    public static OnnxAttribute Attribute(ReadOnlyMemory<byte> bytes)
    {
        var attribute = new OnnxAttribute { Name = "", Raw = bytes };
        var (ints, graphs) = (new List<long>(), ImmutableArray.CreateBuilder<OnnxGraph>(0));
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: attribute = attribute with { Name = reader.Text() }; break;
                case 2: attribute = attribute with { Float = reader.Single() }; break;
                case 3: attribute = attribute with { Int = reader.Int64() }; break;
                case 4: attribute = attribute with { Text = reader.ShortText() }; break;
                case 5: attribute = attribute with { Tensor = TensorSkimmer.Tensor(reader.Bytes()) }; break;
                case 6 or 11: graphs.Add(OnnxSkimmer.Graph(reader.Bytes())); break;
                case 8: reader.Int64s(ints); break;
                case 21: attribute = attribute with { Reference = reader.Text() }; break;
                default: reader.Skip(); break;
            }
        }

        return attribute with { Ints = [.. ints], Graphs = graphs.ToImmutable() };
    }

    /// <summary>The default domain has two spellings.</summary>
    public static string Domain(string text) => text == "ai.onnx" ? "" : text;

    private static string Scope(ReadOnlyMemory<byte> entry)
    {
        var read = StringEntry.Read(entry);
        return read.Key is "namespace" or "pkg.torch.onnx.name_scopes" ? read.Value() + " " : "";
    }
}
