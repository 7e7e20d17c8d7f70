using System.IO.Compression;
using System.Text;
using System.Text.Json;
using IzzyViz.Testing;

namespace IzzyViz.Tokenizers.Tests.Parity;

/// <summary>The large parity data that lies beside the repository on some machines.</summary>
internal static class SharedData
{
    private static readonly Lazy<string[]> Texts = new(() =>
    {
        using var json = Open("corpus.json.gz");
        return [.. json.RootElement.EnumerateArray().Select(x => Unescaped(x.GetProperty("s")))];
    });

    public static string[] Corpus => Texts.Value;

    /// <summary>The data's folder: beside the repository, or where IZZYVIZ_SHARED says.</summary>
    public static string? Shared { get; } = Environment.GetEnvironmentVariable("IZZYVIZ_SHARED") ?? Repository.Shared;

    public static string? Folder { get; } = Shared is not null && Directory.Exists(Path.Combine(Shared, "tokenizers")) ? Path.Combine(Shared, "tokenizers") : null;

    /// <summary>Names of the fixtures; a single empty one where the data is missing, for the test to skip.</summary>
    public static IEnumerable<string> Fixtures => Folder is null
        ? [""]
        : Directory.GetFiles(Path.Combine(Folder, "fixtures"), "*.json.gz").Select(f => Path.GetFileName(f)[..^8]).Order(StringComparer.Ordinal);

    public static JsonDocument Open(string name)
    {
        using var stream = Unzip(name);
        return JsonDocument.Parse(stream);
    }

    public static Stream Unzip(string name) => new GZipStream(File.OpenRead(Path.Combine(Folder!, name)), CompressionMode.Decompress);

    /// <summary>A JSON string that may hold half of a surrogate pair, which the JSON library refuses.</summary>
    private static string Unescaped(JsonElement element)
    {
        var raw = element.GetRawText();
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            text.Append(raw[i] != '\\' ? raw[i] : Escape(raw, ref i));
        }

        return text.ToString();
    }

    private static char Escape(string raw, ref int i)
    {
        switch (raw[++i])
        {
            case 'u':
                i += 4;
                return (char)Convert.ToInt32(raw.Substring(i - 3, 4), 16);
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            default:
                return raw[i];
        }
    }
}
