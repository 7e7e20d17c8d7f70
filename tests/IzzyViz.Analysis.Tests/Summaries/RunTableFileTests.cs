using System.Text;
using CsCheck;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Tests.Summaries;

public sealed class RunTableFileTests
{
    [Fact]
    public void A_table_comes_back_as_it_was()
    {
        var table = Table();
        var read = Read(Bytes(table), out var bag)!;

        Assert.Empty(bag.Items);
        Assert.Equal((table.ModelId, table.SliceId), (read.ModelId, read.SliceId));
        Assert.Equal(table.Provenance, read.Provenance);
        Assert.Equal(table.Heads, read.Heads);
        Assert.Equal(table.StatisticIds, read.StatisticIds);
        Assert.Equal(table.Values.ToArray(), read.Values.ToArray());
        Assert.Equal(table.Modules.Select(m => (m.Name, m.Heads, m.Mechanism, m.Tensor, m.RowSum, m.Window)), read.Modules.Select(m => (m.Name, m.Heads, m.Mechanism, m.Tensor, m.RowSum, m.Window)));
    }

    [Fact]
    public void Examples_keep_their_outputs_vectors_and_checks()
    {
        var table = Table();
        var read = Read(Bytes(table), out _)!;

        for (var e = 0; e < table.Examples.Length; e++)
        {
            var (expected, actual) = (table.Examples[e], read.Examples[e]);
            Assert.Equal((expected.Id, expected.ContentHash, expected.Tokens, expected.Label, expected.Text), (actual.Id, actual.ContentHash, actual.Tokens, actual.Label, actual.Text));
            Assert.Equal(expected.Outputs with { Embedding = null }, actual.Outputs with { Embedding = null });
            Assert.Equal(expected.Outputs.Embedding?.ToArray(), actual.Outputs.Embedding?.ToArray());
            Assert.Equal(expected.Checks.ToArray(), actual.Checks.ToArray());
            Assert.Equal(expected.Tags.ToArray(), actual.Tags.ToArray());
        }
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes() => Assert.Equal(Bytes(Table()), Bytes(Table()));

    [Fact]
    public void Data_begins_at_a_multiple_of_eight_and_ends_with_the_last_value()
    {
        var bytes = Bytes(Table());
        var header = BitConverter.ToInt64(bytes);

        Assert.Equal(0, header % 8);
        Assert.Equal(Table().Values.Span[^1], BitConverter.ToSingle(bytes.AsSpan(^4..)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(100)]
    [InlineData(-1)]
    public void A_file_that_was_cut_is_refused(int length)
    {
        var bytes = Bytes(Table());

        Assert.Null(Read(bytes[..(length < 0 ? bytes.Length + length : length)], out var bag));
        Assert.Equal("IZV4001", Assert.Single(bag.Items).Code);
    }

    [Fact]
    public void Bytes_after_the_end_are_refused()
    {
        Assert.Null(Read([.. Bytes(Table()), 0], out var bag));
        Assert.Equal("IZV4002", Assert.Single(bag.Items).Code);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 another kind of file altogether")]
    [InlineData("\u0010\0\0\0\0\0\0\0{ not JSON at all")]
    [InlineData("\u0010\0\0\0\0\0\0\0{\"a\":1}         ")]
    [InlineData("\u0002\0\0\0\0\0\0\0{}")]
    [InlineData("\u0040\0\0\0\0\0\0\0{\"a\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,4]}}        0000")]
    public void Other_files_are_refused(string text)
    {
        Assert.Null(Read(Encoding.Latin1.GetBytes(text), out var bag));
        Assert.Equal("IZV4002", Assert.Single(bag.Items).Code);
        Assert.Equal("old.table", bag.Items[0].Location.File);
    }

    [Fact]
    public void A_table_of_another_version_is_refused_by_number()
    {
        var bytes = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Bytes(Table())).Replace("\"version\":\"1\"", "\"version\":\"7\""));

        Assert.Null(Read(bytes, out var bag));
        Assert.Contains("its version is '7'", Assert.Single(bag.Items).Message);
    }

    [Fact]
    public void A_header_that_lies_about_the_examples_is_refused()
    {
        var bytes = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Bytes(Table())).Replace("\"shape\":[3,2,2]", "\"shape\":[2,3,2]"));

        Assert.Null(Read(bytes, out var bag));
        Assert.Equal("IZV4002", Assert.Single(bag.Items).Code);
    }

    [Fact]
    public void Whatever_byte_is_damaged_reading_gives_a_table_or_a_finding()
    {
        var whole = Bytes(Table());
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((position, value) =>
        {
            var damaged = (byte[])whole.Clone();
            damaged[position] = value;

            Assert.Equal(Read(damaged, out var bag) is null, bag.HasErrors);
        });
    }

    private static RunTable Table()
    {
        ExampleRow[] rows =
        [
            Tables.Row("a", outputs: new("ja", 0.1, null, double.NaN, true, [0.5f, -1f])),
            Tables.Row("b\n\"ü\"") with { Label = "x", Checks = [], Tags = [] },
            Tables.Row("c", outputs: new("", null, null, null, null, [])),
        ];
        var table = Tables.Of(2, rows, (e, h, s) => e == 1 ? double.NaN : e + (0.1 * h) + (0.01 * s));
        return table with
        {
            Modules = [.. table.Modules, new() { Kind = AttentionKind.Cross, Layer = 3, Heads = 2, Window = 4, RowSum = RowSum.AtMostOne, Mechanism = CaptureMechanism.Native }],
        };
    }

    private static byte[] Bytes(RunTable table)
    {
        using var stream = new MemoryStream();
        RunTableFile.Write(table, stream);
        return stream.ToArray();
    }

    private static RunTable? Read(byte[] bytes, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return RunTableFile.Read(new MemoryStream(bytes), bag, "old.table");
    }
}
