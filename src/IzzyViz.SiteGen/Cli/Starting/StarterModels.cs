using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>Finds exported models below a folder, by the conventions that the command line's MODEL follows.</summary>
internal static class StarterModels
{
    private const int Depth = 6;

    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules", "artifacts", "_site"];

    /// <summary>In ordinal order of their paths; checkpoints and repeats of one architecture are one entry.</summary>
    public static ImmutableArray<FoundModel> Find(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth, IgnoreInaccessible = true };
        var files = Directory.EnumerateFiles(folder, "*.onnx", options)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(IsSkipped));
        var models = files.GroupBy(ModelFolder, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Describe(folder, group.Key, [.. group.Order(StringComparer.Ordinal)]));
        return UniquelyNamed(FoundFamilies.Gather([.. models]));
    }

    private static bool IsSkipped(string name) => name.StartsWith('.') || SkippedFolders.Contains(name, StringComparer.OrdinalIgnoreCase);

    // "onnx" is where exporters for the browser put the graph; tokenizer and config lie above it.
    private static string ModelFolder(string file)
    {
        var folder = file.Contains('/') ? file[..file.LastIndexOf('/')] : ".";
        return folder == "onnx" ? "." : folder.EndsWith("/onnx", StringComparison.Ordinal) ? folder[..^"/onnx".Length] : folder;
    }

    private static FoundModel Describe(string root, string path, string[] files)
    {
        var inside = files.Select(f => path == "." ? f : f[(path.Length + 1)..]).ToArray();
        var file = OnnxFiles.NeedsNaming(inside) ? OnnxFiles.Preferred(inside) : null;
        return new FoundModel
        {
            Id = Identifier.Of(path == "." ? Path.GetFileName(Path.GetFullPath(root)) : path[(path.LastIndexOf('/') + 1)..]),
            Path = path,
            File = file,
            OtherFiles = file is null ? [] : [.. inside.Where(f => f != file)],
            Task = TaskGuess.Of(Path.Combine(root, path), inside),
        };
    }

    private static ImmutableArray<FoundModel> UniquelyNamed(IEnumerable<FoundModel> models)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. models.Select(model =>
        {
            var count = used[model.Id] = used.GetValueOrDefault(model.Id) + 1;
            return count == 1 ? model : model with { Id = $"{model.Id}-{count}" };
        })];
    }
}
