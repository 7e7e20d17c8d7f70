using System.Collections.Immutable;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Reads a model's structure from its mapped bytes in one pass; weights are stepped over.</summary>
internal static class OnnxSkimmer
{
    private const int DeepestNesting = 32;

    public static OnnxModel Read(ReadOnlyMemory<byte> bytes)
    {
        var model = new OnnxModel();
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            model = reader.Field switch
            {
                1 => model with { IrVersion = reader.Int64() },
                2 => model with { Producer = reader.Text() },
                7 => model with { Graph = Graph(reader.Bytes(), 0) },
                8 => WithOpset(model, reader.Bytes()),
                25 => model with { Functions = model.Functions.Add(Function(reader.Bytes())) },
                _ => Pass(ref reader, model),
            };
        }

        return model;
    }

    public static OnnxGraph Graph(ReadOnlyMemory<byte> bytes, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException($"graphs are nested more than {DeepestNesting} deep");
        }

        var parts = new GraphParts();
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: parts.Nodes.Add(NodeSkimmer.Node(reader.Bytes(), depth)); break;
                case 2: parts.Name = reader.Text(); break;
                case 5: parts.Initializers.Add(TensorSkimmer.Tensor(reader.Bytes())); break;
                case 11: parts.Inputs.Add(TensorSkimmer.Value(reader.Bytes())); break;
                case 12: parts.Outputs.Add(TensorSkimmer.Value(reader.Bytes())); break;
                case 13: parts.Values.Add(TensorSkimmer.Value(reader.Bytes())); break;
                case 15: parts.Others.Add(reader.Skip()); break;
                default: reader.Skip(); break;
            }
        }

        return parts.ToGraph();
    }

    private static T Pass<T>(ref WireReader reader, T value)
    {
        reader.Skip();
        return value;
    }

    private static OnnxModel WithOpset(OnnxModel model, ReadOnlyMemory<byte> bytes)
    {
        var (domain, version) = ("", 0L);
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: domain = NodeSkimmer.Domain(reader.Text()); break;
                case 2: version = reader.Int64(); break;
                default: reader.Skip(); break;
            }
        }

        return model with { Opsets = model.Opsets.SetItem(domain, version) };
    }

    private static OnnxFunction Function(ReadOnlyMemory<byte> bytes)
    {
        var function = new OnnxFunction();
        var nodes = ImmutableArray.CreateBuilder<OnnxNode>();
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: function = function with { Name = reader.Text() }; break;
                case 4: function = function with { Inputs = function.Inputs.Add(reader.Text()) }; break;
                case 5: function = function with { Outputs = function.Outputs.Add(reader.Text()) }; break;
                case 7: nodes.Add(NodeSkimmer.Node(reader.Bytes(), 0)); break;
                case 10: function = function with { Domain = NodeSkimmer.Domain(reader.Text()) }; break;
                case 11: function = function with { Defaults = function.Defaults.Add(NodeSkimmer.Attribute(reader.Bytes(), 0)) }; break;
                default: reader.Skip(); break;
            }
        }

        return function with { Nodes = nodes.ToImmutable() };
    }

    private sealed class GraphParts
    {
        public string Name { get; set; } = "";

        public List<OnnxNode> Nodes { get; } = [];

        public List<OnnxTensor> Initializers { get; } = [];

        public List<OnnxValue> Inputs { get; } = [];

        public List<OnnxValue> Outputs { get; } = [];

        public List<OnnxValue> Values { get; } = [];

        public List<ReadOnlyMemory<byte>> Others { get; } = [];

        public OnnxGraph ToGraph() => new()
        {
            Name = Name,
            Nodes = [.. Nodes],
            Initializers = [.. Initializers],
            Inputs = [.. Inputs],
            Outputs = [.. Outputs],
            Values = [.. Values],
            Others = [.. Others],
        };
    }
}
