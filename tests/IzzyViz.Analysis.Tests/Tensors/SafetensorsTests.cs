using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Tensors;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void What_is_written_is_read_back()
    {
        var tensors = ImmutableSortedDictionary<string, Tensor>.Empty
            .Add("a", Tensor.Of([1.5f, -2f], 1, 2)).Add("b", Tensor.Of([7L], 1)).Add("none", Tensor.Empty(ElementType.Float32, 0, 3));
        SafetensorsWriter.Write(_folder["x"], new(tensors, ImmutableSortedDictionary<string, string>.Empty.Add("k", "v")));

        var read = SafetensorsReader.Read(_folder["x"]);

        Assert.Equal([1.5f, -2f], read.Tensors["a"].ToSingles());
        Assert.Equal([7L], read.Tensors["b"].ToInt64s());
        Assert.Equal([0L, 3L], read.Tensors["none"].Dims);
        Assert.Equal("v", read.Metadata["k"]);
    }

    [Fact]
    public void A_header_that_does_not_fit_is_refused()
    {
        File.WriteAllBytes(_folder["x"], [255, 255, 255, 255, 0, 0, 0, 0, 1]);
        Assert.Throws<InvalidDataException>(() => SafetensorsReader.Read(_folder["x"]));
    }

    [Fact]
    public void Halves_are_widened_exactly()
    {
        var tensor = Tensor.Of([0.5f, 65504f, -1f], 3).As(ElementType.Float16);
        Assert.Equal([0.5f, 65504f, -1f], tensor.ToSingles());
    }

    public void Dispose() => _folder.Dispose();
}
