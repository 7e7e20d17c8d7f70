using System.Collections.Immutable;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Tensors;

public sealed class StreamedSafetensorsTests
{
    private static readonly ImmutableSortedDictionary<string, string> Metadata = ImmutableSortedDictionary<string, string>.Empty.Add("note", "\"quoted\" …");

    [Fact]
    public void What_is_written_piece_by_piece_is_read_as_a_whole()
    {
        using var stream = new MemoryStream();
        var file = new StreamedSafetensors(stream, 1024);
        file.Add("b", [2, 2], 2, i => new[] { i + 1f, i + 2f });
        file.Add("a", [3], 1, _ => new[] { 7f, 8f, 9f });
        file.Finish(Metadata);

        var read = SafetensorsReader.Read(stream.ToArray());

        Assert.Equal(["a", "b"], read.Tensors.Keys);
        Assert.Equal([1f, 2f, 2f, 3f], read["b"].ToSingles());
        Assert.Equal([7f, 8f, 9f], read["a"].ToSingles());
        Assert.Equal(Metadata["note"], read.Metadata["note"]);
    }

    [Fact]
    public void A_header_that_outgrows_its_room_is_no_file()
    {
        using var stream = new MemoryStream();
        var file = new StreamedSafetensors(stream, 16);
        file.Add("a", [1], 1, _ => new[] { 1f });

        Assert.Throws<InvalidOperationException>(() => file.Finish(Metadata));
    }
}
