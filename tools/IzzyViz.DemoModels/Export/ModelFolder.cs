using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace IzzyViz.DemoModels.Export;

/// <summary>A folder as an export leaves it: graphs, tokenizer, configuration, and a card where the folder has one of its own.</summary>
internal sealed record ModelFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public required ImmutableSortedDictionary<string, byte[]> Graphs { get; init; }

    public required TokenizerParts Tokenizer { get; init; }

    public required JsonObject Config { get; init; }

    public string? Card { get; init; }

    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in Graphs)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        WriteText(folder, "tokenizer.json", TokenizerFile.Write(Tokenizer));
        WriteText(folder, "config.json", JsonText.Document(Config));
        if (Card is not null)
        {
            WriteText(folder, "README.md", Card);
        }
    }

    public static void WriteText(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, Utf8);
}
