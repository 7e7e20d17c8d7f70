using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using Parquet;
using Parquet.Schema;

namespace IzzyViz.Analysis.Tests.Datasets;

public sealed class ParquetTests
{
    private static readonly ColumnMap Full = new() { Id = "id", Text = "text", Label = "label", Tags = "tags" };

    private static readonly ParquetSchema Schema = new(
        new DataField<string>("id"), new DataField<string>("text"), new DataField<long?>("label"), new ListField("tags", new DataField<string>("element")));

    [Fact]
    public async Task Plain_and_list_columns_are_read_over_row_groups()
    {
        using var file = new SampleFile("a.parquet", await WriteAsync(["x", "y", null])).With(Full with { Text = "id", Id = null });
        using var texts = new SampleFile("b.parquet", await WriteAsync(["x", "y", "z"])).With(Full);

        var examples = texts.Examples();

        Assert.Equal(["a0", "b0", "c0", "a1", "b1", "c1"], examples.Select(e => e.Id));
        Assert.Equal(["x", "y", "z", "x", "y", "z"], examples.Select(e => e.Text));
        Assert.Equal(["1", null, "3"], examples.Take(3).Select(e => e.Label));
        Assert.Equal([["t1", "t2"], ["t3"], []], examples.Take(3).Select(e => e.Tags.ToArray()));
        Assert.Equal(Enumerable.Range(1, 6), examples.Select(e => e.Location.Line));
        Assert.Equal(6, file.Examples().Length);
    }

    [Fact]
    public async Task A_missing_text_is_named_by_its_row()
    {
        using var file = new SampleFile("a.parquet", await WriteAsync(["x", null, "z"])).With(Full);

        Assert.Equal([2, 5], file.Read().Findings.Select(f => f.Location.Line));
        Assert.Equal("Column 'text' has no value in this row.", file.Read().Findings[0].Message);
    }

    [Fact]
    public async Task A_column_of_another_type_is_named_with_what_it_holds()
    {
        using var file = new SampleFile("a.parquet", await WriteAsync(["x", "y", "z"])).With(new() { Text = "tags" });

        Assert.Equal("Column 'tags' holds a list, where a text is expected.", file.Read().Findings[0].Message);
    }

    [Fact]
    public async Task A_filter_may_use_any_column()
    {
        using var file = new SampleFile("a.parquet", await WriteAsync(["x", "y", "z"])).With(new() { Text = "text" });
        var where = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("label", ImmutableArray.Create("3"))]);

        Assert.Equal(["z", "z"], file.Examples(SampleFile.All with { Where = where }).Select(e => e.Text));
    }

    [Fact]
    public async Task A_damaged_file_is_one_finding()
    {
        var whole = await WriteAsync(["x", "y", "z"]);
        foreach (var length in (int[])[0, 4, 50, whole.Length - 9, whole.Length - 1])
        {
            using var file = new SampleFile("a.parquet", whole[..length]);

            Assert.StartsWith("a.parquet: IZV2019", file.Finding(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_flipped_byte_never_escapes_as_an_exception()
    {
        var whole = await WriteAsync(["x", "y", "z"]);
        for (var at = 4; at < whole.Length - 8; at += 7)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x55;
            using var file = new SampleFile("a.parquet", damaged).With(Full);

            file.Read();
        }
    }

    /// <summary>Two row groups of three rows; the texts are given.</summary>
    private static async Task<byte[]> WriteAsync(string?[] texts)
    {
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(Schema, stream))
        {
            for (var i = 0; i < 2; i++)
            {
                using var group = writer.CreateRowGroup();
                await group.WriteAsync(Schema.DataFields[0], [$"a{i}", $"b{i}", $"c{i}"]);
                await group.WriteAsync(Schema.DataFields[1], texts!);
                await group.WriteAsync<long>(Schema.DataFields[2], new long?[] { 1, null, 3 });
                await group.WriteAsync(Schema.DataFields[3], ["t1", "t2", "t3", null!], new[] { 0, 1, 0, 0 });
            }
        }

        return stream.ToArray();
    }
}
