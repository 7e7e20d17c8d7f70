using System.IO.Compression;

namespace IzzyViz.Tokenizers.Unicode;

/// <summary>Reads the embedded UnicodeTables.bin; probe.mjs beside it writes the file and describes the format.</summary>
internal sealed class TableReader
{
    private readonly byte[] _bytes;
    private int _at;

    private TableReader(byte[] bytes) => _bytes = bytes;

    public string Version { get; private set; } = "";

    public Dictionary<string, CodePointSet> Sets { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Dictionary<int, int[]>> Maps { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CodePointSet[]> Lists { get; } = new(StringComparer.Ordinal);

    public static TableReader Read(Stream compressed)
    {
        using var brotli = new BrotliStream(compressed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        var reader = new TableReader(bytes.ToArray());
        reader.Version = reader.Name();
        while (reader._at < reader._bytes.Length)
        {
            reader.Entry(reader.Name());
        }

        return reader;
    }

    private void Entry(string name)
    {
        var kind = _bytes[_at++];
        var count = Number();
        switch (kind)
        {
            case 0:
                Sets[name] = Set(count);
                break;
            case 1:
                Maps[name] = Map(count);
                break;
            default:
                Lists[name] = [.. Enumerable.Range(0, count).Select(_ => Set(Number()))];
                break;
        }
    }

    private string Name()
    {
        var length = _bytes[_at++];
        _at += length;
        return System.Text.Encoding.ASCII.GetString(_bytes, _at - length, length);
    }

    private CodePointSet Set(int count)
    {
        var ranges = new (int, int)[count];
        var last = 0;
        for (var i = 0; i < count; i++)
        {
            var from = last + Number();
            last = from + Number();
            ranges[i] = (from, last);
        }

        return CodePointSet.From(ranges);
    }

    private Dictionary<int, int[]> Map(int count)
    {
        var map = new Dictionary<int, int[]>(count);
        var key = 0;
        for (var i = 0; i < count; i++)
        {
            key += Number();
            var values = new int[Number()];
            for (var k = 0; k < values.Length; k++)
            {
                values[k] = Number();
            }

            map[key] = values;
        }

        return map;
    }

    private int Number()
    {
        int value = 0, shift = 0;
        while (_bytes[_at] > 127)
        {
            value |= (_bytes[_at++] & 127) << shift;
            shift += 7;
        }

        return value | _bytes[_at++] << shift;
    }
}
