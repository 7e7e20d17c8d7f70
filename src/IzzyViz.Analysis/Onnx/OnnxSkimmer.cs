using System.Collections.Immutable;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Reads a model's structure from its mapped bytes in one pass; weights are stepped over.</summary>
internal static class OnnxSkimmer
{
    /// <summary>A real model imports a handful.</summary>
    private const int MostOpsets = 1000;

    /// <exception cref="InvalidDataException">The file contradicts itself.</exception>
    /// <exception cref="OversizeException">What it describes would take more memory than any model.</exception>
    public static OnnxModel Read(ReadOnlyMemory<byte> bytes)
    {
        StructureCost.Check(bytes);
        var model = new OnnxModel();
        var functions = ImmutableArray.CreateBuilder<OnnxFunction>();
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: model = model with { IrVersion = reader.Int64() }; break;
                case 2: model = model with { Producer = reader.Text() }; break;
                case 7: model = model with { Graph = Graph(reader.Bytes()) }; break;
                case 8: model = WithOpset(model, reader.Bytes()); break;
                case 25: functions.Add(Function(reader.Bytes())); break;
                default: reader.Skip(); break;
            }
        }

        return model with { Functions = functions.ToImmutable() };
    }

    public static OnnxGraph Graph(ReadOnlyMemory<byte> bytes)
    {
        var parts = new GraphParts();
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: parts.Nodes.Add(NodeSkimmer.Node(reader.Bytes())); break;
                case 2: parts.Name = reader.Text(); break;
                case 5: parts.Initializers.Add(TensorSkimmer.Tensor(reader.Bytes())); break;
                case 11: parts.Inputs.Add(ValueSkimmer.Value(reader.Bytes())); break;
                case 12: parts.Outputs.Add(ValueSkimmer.Value(reader.Bytes())); break;
                case 13: parts.Values.Add(ValueSkimmer.Value(reader.Bytes())); break;
                case 15: parts.Others.Add(reader.Skip()); break;
                default: reader.Skip(); break;
            }
        }

        return parts.ToGraph();
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

        return model.Opsets.Count < MostOpsets ? model with { Opsets = model.Opsets.SetItem(domain, version) }
            : throw new InvalidDataException($"it imports more than {MostOpsets} operator sets");
    }

    private static OnnxFunction Function(ReadOnlyMemory<byte> bytes)
    {
        var function = new OnnxFunction();
        var (inputs, outputs) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var (nodes, defaults) = (ImmutableArray.CreateBuilder<OnnxNode>(), ImmutableArray.CreateBuilder<OnnxAttribute>());
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: function = function with { Name = reader.Text() }; break;
                case 4: inputs.Add(reader.Text()); break;
                case 5: outputs.Add(reader.Text()); break;
                case 7: nodes.Add(NodeSkimmer.Node(reader.Bytes())); break;
                case 10: function = function with { Domain = NodeSkimmer.Domain(reader.Text()) }; break;
                case 11: defaults.Add(NodeSkimmer.Attribute(reader.Bytes())); break;
                default: reader.Skip(); break;
            }
        }

        return function with { Inputs = inputs.ToImmutable(), Outputs = outputs.ToImmutable(), Nodes = nodes.ToImmutable(), Defaults = defaults.ToImmutable() };
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
