namespace IzzyViz.Analysis.Onnx;

/// <summary>The files beside a model that hold tensors, mapped once each. Nothing outside the model's own folder is opened.</summary>
internal sealed class WeightFiles(string modelPath) : IDisposable
{
    private readonly Dictionary<string, MappedFile> _files = new(StringComparer.Ordinal);

    /// <summary>What is wrong with where a tensor lies; null where it can be read.</summary>
    public string? Problem(OnnxTensor tensor)
    {
        if (tensor.External is not { } place)
        {
            return null;
        }

        if (PathOf(tensor) is not { } path)
        {
            return "which is outside the model's folder";
        }

        if (!File.Exists(path))
        {
            return "which does not exist: put the weight file beside the model";
        }

        return !IsInside(path) ? "which is a link that leaves the model's folder"
            : place.Offset < 0 || place.Offset > Map(path).Length - Bytes(tensor) || (place.Length >= 0 && place.Length != Bytes(tensor))
                ? "which is shorter than the tensor: the file is cut short or belongs to another model" : null;
    }

    /// <summary>The file beside the model that a tensor names; null where the name leads out of the folder.</summary>
    public string? PathOf(OnnxTensor tensor) => tensor.External is not { Location: { Length: > 0 } name }
        || Path.IsPathRooted(name) || name.Split('/', '\\').Contains("..") ? null : Located(name);

    /// <summary>The folder that <see cref="Place"/> is relative to: where the model file really lies.</summary>
    public string Folder => Path.GetDirectoryName(Target(Path.GetFullPath(modelPath)))!;

    /// <summary>Where a tensor's data lies, for the runtime: in the model file itself or beside it.</summary>
    public ExternalData Place(OnnxTensor tensor, MappedFile model) => tensor.External is { } external
        ? new(Relative(Located(external.Location)), external.Offset, Bytes(tensor))
        : new(Relative(Path.GetFullPath(modelPath)), model.OffsetOf(tensor.Data), tensor.Data.Length);

    public unsafe byte[] Read(OnnxTensor tensor) =>
        new ReadOnlySpan<byte>((void*)Map(Located(tensor.External!.Location)).Address(tensor.External.Offset), (int)Bytes(tensor)).ToArray();

    public static long Bytes(OnnxTensor tensor) => tensor.Count * tensor.Type.Size();

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }

    private string Located(string location) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(modelPath))!, location);

    /// <summary>Download caches link both the model and its weights into one folder of blobs, which is fine.</summary>
    private bool IsInside(string path) => FolderOf(Target(path)) is var folder
        && (folder.StartsWith(FolderOf(Path.GetFullPath(modelPath)), StringComparison.Ordinal) || folder == FolderOf(Target(Path.GetFullPath(modelPath))));

    private string Relative(string path) => Path.GetRelativePath(Folder, Target(path)).Replace('\\', '/');

    private static string Target(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    private static string FolderOf(string path) => Path.GetDirectoryName(path)! + Path.DirectorySeparatorChar;

    private MappedFile Map(string path) => _files.TryGetValue(path, out var file) ? file : _files[path] = new MappedFile(path);
}
