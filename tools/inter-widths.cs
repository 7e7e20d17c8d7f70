// Writes src/IzzyViz.SiteGen/Drawing/InterWidths.cs from the web fonts the site ships:
//   dotnet run tools/inter-widths.cs -- templates/assets/fonts > src/IzzyViz.SiteGen/Drawing/InterWidths.cs
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

var regular = WidthsOf(args[0], 400);
var semiBold = WidthsOf(args[0], 600);
var points = regular.Keys.Intersect(semiBold.Keys).Where(p => p >= 0x20 && p is not (0x7F or 0xFEFF)).Order().ToArray();
Console.Out.NewLine = "\n";
Console.WriteLine(
    """
    namespace IzzyViz.SiteGen.Drawing;

    /// <summary>
    /// Advance widths of Inter in thousandths of an em, in the order of <see cref="Starts"/> and <see cref="Lengths"/>.
    /// Made from the fonts in templates/assets/fonts by tools/inter-widths.cs.
    /// </summary>
    internal static class InterWidths
    {
    """);
var runs = Runs(points).ToArray();
Table("int", "Starts", runs.Select(r => r.Start));
Table("int", "Lengths", runs.Select(r => r.Length));
Table("ushort", "Regular", points.Select(p => (int)regular[p]));
Table("ushort", "SemiBold", points.Select(p => (int)semiBold[p]), last: true);
Console.WriteLine("}");

static void Table(string type, string name, IEnumerable<int> values, bool last = false)
{
    Console.WriteLine($"    internal static ReadOnlySpan<{type}> {name} =>\n    [");
    foreach (var line in values.Chunk(24))
    {
        Console.WriteLine($"        {string.Join(", ", line)},");
    }

    Console.WriteLine(last ? "    ];" : "    ];\n");
}

static IEnumerable<(int Start, int Length)> Runs(int[] points)
{
    for (var i = 0; i < points.Length;)
    {
        var j = i + 1;
        while (j < points.Length && points[j] == points[j - 1] + 1)
        {
            j++;
        }

        yield return (points[i], j - i);
        i = j;
    }
}

static SortedDictionary<int, int> WidthsOf(string folder, int weight)
{
    var widths = new SortedDictionary<int, int>();
    foreach (var subset in (string[])["latin-ext", "latin"])
    {
        var tables = Tables(File.ReadAllBytes(Path.Combine(folder, $"inter-{subset}-{weight}.woff2")));
        var unitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(tables["head"].AsSpan(18));
        var metrics = BinaryPrimitives.ReadUInt16BigEndian(tables["hhea"].AsSpan(34));
        foreach (var (point, glyph) in Characters(tables["cmap"]))
        {
            // A transformed hmtx table starts with one flag byte and then lists the advances alone.
            var at = tables.ContainsKey("hmtx!") ? 1 + (2 * Math.Min(glyph, metrics - 1)) : 4 * Math.Min(glyph, metrics - 1);
            var advance = BinaryPrimitives.ReadUInt16BigEndian(tables["hmtx"].AsSpan(at));
            widths[point] = (int)Math.Round(1000.0 * advance / unitsPerEm);
        }
    }

    return widths;
}

// WOFF2, section 4 (header) and 5 (table directory): https://www.w3.org/TR/WOFF2/
static Dictionary<string, byte[]> Tables(byte[] file)
{
    string[] known = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca"];
    var at = 48;
    var entries = new List<(string Tag, int Length, bool IsTransformed)>();
    for (var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(12)); count > 0; count--)
    {
        var flags = file[at++];
        var tag = (flags & 63) == 63 ? Encoding.ASCII.GetString(file, (at += 4) - 4, 4) : known.ElementAtOrDefault(flags & 63) ?? $"#{flags & 63}";
        var isTransformed = tag is "glyf" or "loca" ? flags >> 6 != 3 : flags >> 6 != 0;
        var length = Base128(file, ref at);
        entries.Add((tag, isTransformed ? Base128(file, ref at) : length, isTransformed));
    }

    using var brotli = new BrotliStream(new MemoryStream(file, at, file.Length - at), CompressionMode.Decompress);
    var tables = new Dictionary<string, byte[]>();
    foreach (var (tag, length, isTransformed) in entries)
    {
        brotli.ReadExactly(tables[tag] = new byte[length]);
        if (isTransformed)
        {
            tables[tag + "!"] = [];
        }
    }

    return tables;
}

static int Base128(byte[] file, ref int at)
{
    var value = 0;
    byte next;
    do
    {
        next = file[at++];
        value = (value << 7) | (next & 127);
    }
    while (next >= 128);
    return value;
}

static IEnumerable<(int Point, int Glyph)> Characters(byte[] cmap)
{
    for (var i = 0; i < U16(cmap, 2); i++)
    {
        var at = (int)BinaryPrimitives.ReadUInt32BigEndian(cmap.AsSpan(4 + (8 * i) + 4));
        if (U16(cmap, at) != 4)
        {
            continue;
        }

        var segments = U16(cmap, at + 6) / 2;
        for (var s = 0; s < segments; s++)
        {
            var (end, start) = (U16(cmap, at + 14 + (2 * s)), U16(cmap, at + 16 + (2 * segments) + (2 * s)));
            var (delta, offsetAt) = (U16(cmap, at + 16 + (4 * segments) + (2 * s)), at + 16 + (6 * segments) + (2 * s));
            for (var c = start; c <= end && c != 0xFFFF; c++)
            {
                var offset = U16(cmap, offsetAt);
                var glyph = offset == 0 ? c + delta : U16(cmap, offsetAt + offset + (2 * (c - start))) + delta;
                yield return (c, glyph & 0xFFFF);
            }
        }

        yield break;
    }
}

static int U16(byte[] table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(at));
