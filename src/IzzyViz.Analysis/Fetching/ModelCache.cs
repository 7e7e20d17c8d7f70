using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IzzyViz.Analysis.Fetching;

/// <summary>
/// <c>owner--name/COMMIT/…</c> holds a revision's files, <c>owner--name/refs/NAME</c> the commit a branch stood for when it was first asked for.
/// A revision's <c>izzyviz-fetched.json</c> is written last: with it and files of the right sizes, nothing is asked of the hub.
/// </summary>
internal sealed class ModelCache(string root, RemoteSource source)
{
    private const string Receipt = "izzyviz-fetched.json";

    private string Folder => Path.Combine(root, source.Repository.Replace("/", "--", StringComparison.Ordinal));

    // A branch may be called feature/x.
    private string ReferencePath => Path.Combine(Folder, "refs", Uri.EscapeDataString(source.Revision) + ".commit");

    public string FolderOf(string commit) => Path.Combine(Folder, commit);

    /// <summary>The commit, where the revision is one or was resolved before.</summary>
    public string? KnownCommit()
    {
        var name = source.IsPinned || !File.Exists(ReferencePath) ? source.Revision : File.ReadAllText(ReferencePath).Trim();
        return (source with { Revision = name }).IsPinned ? name : null;
    }

    public void Remember(string commit)
    {
        if (!source.IsPinned)
        {
            Write(ReferencePath, commit + "\n");
        }
    }

    /// <summary>What was fetched of a commit for the same wish, if all of it is still there.</summary>
    public FetchReceipt? TryRead(string commit)
    {
        var path = Path.Combine(FolderOf(commit), Receipt);
        var receipts = File.Exists(path) ? Parse(File.ReadAllText(path)) : [];
        return receipts.FirstOrDefault(r => r.Wanted == source.File && r.Sha256 == source.Sha256 && r.Files.All(f => IsThere(commit, f)));
    }

    public void Write(string commit, FetchReceipt receipt)
    {
        var path = Path.Combine(FolderOf(commit), Receipt);
        var others = (File.Exists(path) ? Parse(File.ReadAllText(path)) : []).Where(r => (r.Wanted, r.Sha256) != (receipt.Wanted, receipt.Sha256));
        Write(path, JsonSerializer.Serialize([.. others, receipt], ReceiptJson.Default.ImmutableArrayFetchReceipt));
    }

    private bool IsThere(string commit, FetchedFile file) =>
        new FileInfo(Path.Combine(FolderOf(commit), file.Name)) is { Exists: true, Length: var length } && length == file.Size;

    private static ImmutableArray<FetchReceipt> Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ReceiptJson.Default.ImmutableArrayFetchReceipt) is { IsDefault: false } receipts ? receipts : [];
        }
        catch (JsonException)
        {
            // A damaged receipt only means asking again.
            return [];
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}

/// <param name="Wanted">The ONNX file asked for; null where it was to be found.</param>
/// <param name="Files">The model first.</param>
internal sealed record FetchReceipt(string? Wanted, string? Sha256, ImmutableArray<FetchedFile> Files);

internal sealed record FetchedFile(string Name, long Size);

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(ImmutableArray<FetchReceipt>))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
