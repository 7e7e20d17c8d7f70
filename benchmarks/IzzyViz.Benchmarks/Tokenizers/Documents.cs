using System.IO.Compression;
using System.Text;
using System.Text.Json;
using IzzyViz.Testing;
using IzzyViz.Tokenizers;

namespace IzzyViz.Benchmarks.Tokenizers;

/// <summary>What the benchmarks and the reference's timing both read: the parity corpus joined to documents, and its fixtures.</summary>
internal static class Documents
{
    private const int Length = 4000;
    private static readonly string Folder = Path.Combine(Environment.GetEnvironmentVariable("IZZYVIZ_SHARED") ?? Repository.Shared ?? "", "tokenizers");

    public static IEnumerable<string> Families { get; } =
        ["bert-uncased", "gpt2", "roberta", "qwen3", "llama3", "llama2", "t5", "xlm-r", "deberta-v3", "clip", "bloom", "wordlevel-whitespace"];

    public static HuggingFaceTokenizer Load(string family)
    {
        using var json = Open($"fixtures/{family}.json.gz");
        return HuggingFaceTokenizer.Load(json, family);
    }

    /// <summary>Strings of the corpus without lone surrogates, joined by line feeds until a document is long enough.</summary>
    public static string[] Create()
    {
        using var stream = Open("corpus.json.gz");
        using var reader = new StreamReader(stream);
        using var json = JsonDocument.Parse(reader.ReadToEnd());
        var documents = new List<string>();
        var document = new StringBuilder();
        foreach (var text in json.RootElement.EnumerateArray().Select(x => x.GetProperty("s")).Where(s => !s.GetRawText().Contains("\\ud", StringComparison.OrdinalIgnoreCase)))
        {
            document.Append(text.GetString()).Append('\n');
            if (document.Length >= Length)
            {
                documents.Add(document.ToString());
                document.Clear();
            }
        }

        return [.. documents];
    }

    private static GZipStream Open(string name) => new(File.OpenRead(Path.Combine(Folder, name)), CompressionMode.Decompress);
}
