using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Attributes and tensors that only tests write.</summary>
internal static class Wire
{
    public static OnnxAttribute Single(string name, float value) =>
        new() { Name = name, Float = value, Raw = new WireWriter().Text(1, name).Single(2, value).Int64(20, 1).ToArray() };

    public static OnnxAttribute Text(string name, string value) =>
        new() { Name = name, Text = value, Raw = new WireWriter().Text(1, name).Text(4, value).Int64(20, 3).ToArray() };

    public static OnnxAttribute Graph(string name, OnnxGraph graph) =>
        new() { Name = name, Graphs = [graph], Raw = new WireWriter().Text(1, name).Message(6, OnnxWriter.Graph(graph, new Dictionary<string, ExternalData>())).Int64(20, 5).ToArray() };

    public static OnnxTensor Ints32(string name, int[] values, params long[] dims) =>
        OnnxTensor.Of(name, ElementType.Int32, System.Runtime.InteropServices.MemoryMarshal.AsBytes<int>(values), [.. dims]);

    public static OnnxTensor Halves(string name, float[] values, params long[] dims) =>
        OnnxTensor.Of(name, ElementType.Float16, System.Runtime.InteropServices.MemoryMarshal.AsBytes<Half>(values.Select(v => (Half)v).ToArray()), [.. dims]);
}
