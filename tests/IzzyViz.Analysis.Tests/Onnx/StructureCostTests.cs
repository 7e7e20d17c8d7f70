using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Onnx;

/// <summary>What two bytes of a file can ask for, and how little is spent on saying no.</summary>
public sealed class StructureCostTests
{
    private const int Million = 1_000_000;
    private const long FewBytes = 1 << 20;

    [Theory]
    [InlineData("nodes", 2)]
    [InlineData("outputs of a node", 3)]
    [InlineData("attributes", 3)]
    [InlineData("initializers", 2)]
    [InlineData("graph inputs", 1)]
    [InlineData("types of tensors", 2)]
    [InlineData("integers in one attribute", 60)]
    [InlineData("functions", 3)]
    [InlineData("nodes in a branch", 2)]
    public void Millions_of_anything_are_refused_before_one_is_made(string what, int millions)
    {
        var file = File(what, millions * Million);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<OversizeException>(() => OnnxSkimmer.Read(file));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < FewBytes);
    }

    [Fact]
    public void Weights_cost_nothing()
    {
        var tensor = new WireWriter().Int64(1, 100 * Million).Int64(2, (int)ElementType.Int8).Text(8, "w").Bytes(5, new byte[100 * Million]);
        var model = OnnxSkimmer.Read(new WireWriter().Message(7, new WireWriter().Message(5, tensor)).ToArray());

        Assert.Empty(Assert.Single(model.Graph.Initializers).TypedInts);
    }

    [Fact]
    public void A_hundred_thousand_nodes_are_read()
    {
        var model = OnnxSkimmer.Read(Repeated(7, Field(1, new WireWriter().Text(1, "a tensor of some layer").Text(2, "another tensor").Text(4, "Identity").ToArray()), 100_000));

        Assert.Equal(100_000, model.Graph.Nodes.Length);
    }

    private static ReadOnlyMemory<byte> File(string what, int count) => what switch
    {
        "nodes" => Repeated(7, Field(1, []), count),
        "outputs of a node" => Field(7, Repeated(1, Field(2, []), count)),
        "attributes" => Field(7, Repeated(1, Field(5, []), count)),
        "initializers" => Repeated(7, Field(5, []), count),
        "graph inputs" => Repeated(7, Field(11, []), count),
        "types of tensors" => Repeated(7, Field(13, []), count),
        "integers in one attribute" => Field(7, Field(1, Field(5, Field(8, new byte[count])))),
        "functions" => Repeated(25, count),
        _ => Field(7, Field(1, Field(5, Repeated(6, Field(1, []), count)))),
    };

    private static byte[] Repeated(int field, int count) => [.. Enumerable.Repeat(Field(field, []), count).SelectMany(f => f)];

    private static byte[] Repeated(int field, byte[] part, int count)
    {
        var parts = new byte[part.Length * count];
        for (var at = 0; at < parts.Length; at += part.Length)
        {
            part.CopyTo(parts, at);
        }

        return Field(field, parts);
    }

    private static byte[] Field(int field, byte[] content) => new WireWriter().Bytes(field, content).ToArray();
}
