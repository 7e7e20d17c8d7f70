using IzzyViz.Tokenizers.Json;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>The folder a model's tokenizer lies in.</summary>
internal sealed record FolderFiles(string Folder)
{
    private static readonly string[] Signs =
    [
        "tokenizer.json", "vocab.txt", "vocab.json", "spiece.model", "spm.model", "sentencepiece.bpe.model", "tokenizer.model", "source.spm", "tekken.json", "tokenizer_config.json",
    ];

    /// <summary>The folder of a model file or folder, or the one above where the tokenizer lies there.</summary>
    public static FolderFiles Of(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var files = new FolderFiles(folder);
        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return !files.HasAny && above is not null && new FolderFiles(above) is { HasAny: true } parent ? parent : files;
    }

    private bool HasAny => Signs.Any(s => Find(s) is not null);

    /// <summary>The path of the first of these files that is there.</summary>
    public string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (File.Exists(Path.Combine(Folder, name)))
            {
                return Path.Combine(Folder, name);
            }
        }

        return null;
    }

    public string? FindPattern(string pattern) => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, pattern).Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    /// <summary>A small JSON file as a tree; null where it is not there.</summary>
    public JsonPart? Json(string name)
    {
        if (Find(name) is not { } path)
        {
            return null;
        }

        using var stream = File.OpenRead(path);
        var json = new JsonTokenStream(stream, path);
        json.Read();
        return JsonPart.From(JsonTree.Read(json), path, name);
    }
}
