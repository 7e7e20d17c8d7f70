using IzzyViz.Analysis.Files;

namespace IzzyViz.Analysis.Onnx;

/// <summary>The files beside a model that hold tensors, mapped once each. Nothing outside the model's own folder is opened.</summary>
internal sealed class WeightFiles(string modelPath) : IDisposable
{
    private readonly Dictionary<string, WeightFile> _files = new(StringComparer.Ordinal);
    private readonly string _path = Path.GetFullPath(modelPath);

    /// <summary>What is wrong with where a tensor lies; null where it can be read.</summary>
    public string? Problem(OnnxTensor tensor)
    {
        if (tensor.External is not { } place)
        {
            return null;
        }

        var file = At(place);
        return file.Problem
            ?? (place.Offset < 0 || place.Offset > file.Map.Length - Bytes(tensor) || (place.Length >= 0 && place.Length != Bytes(tensor))
                ? "which is shorter than the tensor: the file is cut short or belongs to another model" : null);
    }

    /// <summary>The file beside the model that a tensor names; null where the name leads out of the folder.</summary>
    public string? PathOf(OnnxTensor tensor) => tensor.External is { } place ? At(place).Named : null;

    /// <summary>The folder that <see cref="Place"/> is relative to: where the model file really lies.</summary>
    public string Folder => Path.GetDirectoryName(RealPath.Of(_path) ?? _path)!;

    /// <summary>Where a tensor's data lies, for the runtime: in the model file itself or beside it.</summary>
    public ExternalData Place(OnnxTensor tensor, MappedFile model) => tensor.External is { } external
        ? new(Relative(At(external).Real!), external.Offset, Bytes(tensor))
        : new(Relative(RealPath.Of(_path) ?? _path), model.OffsetOf(tensor.Data), tensor.Data.Length);

    public unsafe byte[] Read(OnnxTensor tensor) =>
        new ReadOnlySpan<byte>((void*)At(tensor.External!).Map.Address(tensor.External!.Offset), (int)Bytes(tensor)).ToArray();

    public static long Bytes(OnnxTensor tensor) => tensor.Count * tensor.Type.Size();

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }

    private WeightFile At(ExternalData place) =>
        _files.TryGetValue(place.Location, out var file) ? file : _files[place.Location] = WeightFile.Find(_path, place.Location);

    private string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');
}
