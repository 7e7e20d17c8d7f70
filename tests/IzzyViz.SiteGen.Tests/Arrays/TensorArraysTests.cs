using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tensors;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Arrays;

public sealed class TensorArraysTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<f8", 1)]
    [InlineData("<f4", 1)]
    [InlineData("<f2", 2)]
    [InlineData(">f8", 3)]
    [InlineData(">f4", 1)]
    [InlineData("<i8", 1)]
    [InlineData(">i2", 2)]
    [InlineData("|u1", 1)]
    public void Arrays_of_NumPy_are_read_in_every_type_and_byte_order(string type, byte version)
    {
        double[] values = [0, 1, 2, 3, 5, 8];
        var matrix = ReadNpy(Npy(type, "False", "(2, 3)", values, version)).First;
        Assert.Equal((2, 3), (matrix.Rows, matrix.Columns));
        Assert.Equal(values, matrix.Values.ToArray());
    }

    [Fact]
    public void Fortran_order_is_turned()
    {
        var matrices = ReadNpy(Npy("<f8", "True", "(2, 2, 3)", [1, 7, 4, 10, 2, 8, 5, 11, 3, 9, 6, 12]), new() { Need = ArrayNeed.Several }).Matrices;
        Assert.Equal([1.0, 2, 3, 4, 5, 6], matrices[0].Values.ToArray());
        Assert.Equal([7.0, 8, 9, 10, 11, 12], matrices[1].Values.ToArray());
    }

    [Theory]
    [InlineData("<f8", "(2, 3)", 5, "IZV5115")]
    [InlineData("<c16", "(1, 1)", 2, "IZV5115")]
    [InlineData("<f8", "(3,)", 3, "IZV5112")]
    [InlineData("<f8", "()", 1, "IZV5112")]
    [InlineData("<f8", "(1, 1, 1, 1, 1)", 1, "IZV5112")]
    [InlineData("<f8", "(2, 1, 1)", 2, "IZV5114")]
    public void Arrays_that_are_no_map_are_refused(string type, string shape, int count, string code) =>
        Assert.Equal(code, Refusal(() => ReadNpy(Npy(type, "False", shape, new double[count]))));

    [Fact]
    public void Bytes_that_are_no_array_are_refused()
    {
        Assert.Equal("IZV5115", Refusal(() => ReadNpy("no array at all"u8.ToArray())));
        Assert.Equal("IZV5115", Refusal(() => ReadNpy(Npy("<f8", "False", "(1, 1)", [1])[..20])));
        Assert.Equal("IZV5102", Refusal(() => ArrayFile.Read(_folder.Write("a.csv", "1"), ArrayChoice.Everything)));
        Assert.Equal("IZV5101", Refusal(() => ArrayFile.Read(Path.Combine(_folder.Path, "none.npy"), ArrayChoice.Everything)));
    }

    [Fact]
    public void A_weight_that_is_not_finite_is_refused_with_its_cell()
    {
        var refusal = Assert.Throws<DiagnosticException>(() => ReadNpy(Npy("<f8", "False", "(2, 2)", [1, 0, 0, double.NaN])));
        Assert.Equal("The weight in row 1, column 1 of matrix 0 is NaN. A cell that does not exist is masked; all others need a number.", refusal.Message);
    }

    [Fact]
    public void An_archive_has_tensors_by_name()
    {
        var path = Path.Combine(_folder.Path, "a.npz");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var (name, value) in new[] { ("first", 1.0), ("second", 0.5) })
            {
                using var entry = archive.CreateEntry(name + ".npy").Open();
                entry.Write(Npy("<f8", "False", "(1, 1)", [value]));
            }
        }

        Assert.Equal([0.5, 1], ArrayFile.Read(path, new() { Need = ArrayNeed.Two, Tensors = ["second", "first"] }).Matrices.Select(m => m[0, 0]));
        Assert.Equal("There is no tensor 'secnd'. Did you mean 'second'?", Assert.Throws<DiagnosticException>(() => ArrayFile.Read(path, new() { Tensors = ["secnd"] })).Message);
        Assert.Equal("IZV5120", Refusal(() => ArrayFile.Read(path, ArrayChoice.Everything)));
    }

    [Fact]
    public void A_capture_is_drawn_with_its_tokens_its_padding_and_its_causal_mask()
    {
        var path = Capture("decoder.0", [1, 2, 3, 3], [1, 0, 0, .5f, .5f, 0, .2f, .3f, .5f, 1, 0, 0, .9f, .1f, 0, 0, 0, 1]);
        var arrays = ArrayFile.Read(path, new() { Item = 0, Heads = [1] });
        Assert.Equal(["x", "y", "z"], arrays.Axes.Keys.Tokens.Select(t => t.Label));
        Assert.Equal(.9f, arrays.First[1, 0], 6);
        Assert.Equal([true, false, false, true, true, false, false, false, false], from row in Enumerable.Range(0, 3) from column in Enumerable.Range(0, 3) select arrays.Axes.Mask[row, column]);
        Assert.Equal("IZV5114", Refusal(() => ArrayFile.Read(path, ArrayChoice.Everything)));
        Assert.Equal("IZV5113", Refusal(() => ArrayFile.Read(path, new() { Heads = [2] })));
        Assert.Equal(["H0", "H1"], ArrayFile.Read(path, new() { Need = ArrayNeed.Two }).Names);
    }

    [Fact]
    public void Cross_attention_takes_rows_from_the_target_and_columns_from_the_source()
    {
        var path = Capture("cross.0", [1, 1, 2, 3], [1, 0, 0, 0, 1, 0]);
        var axes = ArrayFile.Read(path, ArrayChoice.Everything).Axes;
        Assert.Equal(["u", "v"], axes.Queries.Tokens.Select(t => t.Label));
        Assert.Equal(["x", "y", "z"], axes.Keys.Tokens.Select(t => t.Label));
    }

    [Fact]
    public void Tokens_come_from_a_file_of_their_own_as_lines_or_as_a_list()
    {
        var array = _folder.Write("a.npy", "");
        File.WriteAllBytes(array, Npy("<f8", "False", "(2, 2)", [1, 0, 0, 1]));
        foreach (var tokens in new[] { _folder.Write("t.txt", "a\nb\n"), _folder.Write("t.json", """["a","b"]"""), _folder.Write("o.json", """{"tokens":["a","b"]}""") })
        {
            Assert.Equal(["a", "b"], ArrayFile.Read(array, new() { TokensFile = tokens }).Axes.Queries.Tokens.Select(t => t.Label));
        }

        Assert.Equal("IZV5108", Refusal(() => ArrayFile.Read(array, new() { TokensFile = _folder.Write("t.txt", "a") })));
        Assert.Equal(["0", "1"], ArrayFile.Read(array, ArrayChoice.Everything).Axes.Queries.Tokens.Select(t => t.Label));
    }

    private static string Refusal(Action read) => Assert.Throws<DiagnosticException>(read).Diagnostic.Code;

    private FigureArrays ReadNpy(byte[] bytes, ArrayChoice? choice = null)
    {
        var path = Path.Combine(_folder.Path, "a.npy");
        File.WriteAllBytes(path, bytes);
        return ArrayFile.Read(path, choice ?? ArrayChoice.Everything);
    }

    [Fact]
    public void A_figure_of_many_heads_takes_the_layers_of_a_capture_in_their_order_when_none_is_named()
    {
        var path = Path.Combine(_folder.Path, "s.safetensors");
        var tensors = new[] { "decoder.0", "encoder.10", "encoder.9", "encoder.9.q" }.Select((name, i) => (name, Value: Tensor.Of([(i + 1f) / 4], 1, 1, 1, 1)));
        SafetensorsWriter.Write(path, new(tensors.ToImmutableSortedDictionary(t => t.name, t => t.Value, StringComparer.Ordinal), ImmutableSortedDictionary<string, string>.Empty));
        Assert.Equal([0.75, 0.5], ArrayFile.Read(path, new() { Need = ArrayNeed.Stack }).Matrices.Select(m => m[0, 0]));
        Assert.Equal("IZV5120", Refusal(() => ArrayFile.Read(path, new() { Need = ArrayNeed.Several })));
    }

    private string Capture(string name, ImmutableArray<long> dims, float[] values)
    {
        var path = Path.Combine(_folder.Path, "c.safetensors");
        var metadata = ImmutableSortedDictionary<string, string>.Empty.Add("tokens", """[["x","y","z"]]""").Add("mask", "[[1,1,0]]");
        SafetensorsWriter.Write(path, new(
            ImmutableSortedDictionary<string, Tensor>.Empty.Add(name, Tensor.Of(values, dims)),
            name.StartsWith("cross", StringComparison.Ordinal) ? metadata.Add("target_tokens", """[["u","v"]]""") : metadata));
        return path;
    }

    private static byte[] Npy(string type, string fortran, string shape, double[] values, byte version = 1)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': {fortran}, 'shape': {shape}, }}".PadRight(117) + "\n";
        var length = new byte[version == 1 ? 2 : 4];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        var data = values.SelectMany(v => Bytes(type[1..], v) is var b && type[0] == '>' ? b.Reverse() : b);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. Encoding.ASCII.GetBytes(header), .. data];
    }

    private static byte[] Bytes(string kind, double value) => kind switch
    {
        "f8" => BitConverter.GetBytes(value),
        "f4" => BitConverter.GetBytes((float)value),
        "f2" => BitConverter.GetBytes((Half)value),
        "i8" => BitConverter.GetBytes((long)value),
        "i2" => BitConverter.GetBytes((short)value),
        "u1" => [(byte)value],
        _ => new byte[16],
    };
}
