using IzzyViz.Analysis.Files;

namespace IzzyViz.Analysis.Onnx;

/// <summary>What tensors of one location lie in: a file of the model's folder, or the reason why none is opened.</summary>
internal sealed class WeightFile : IDisposable
{
    private MappedFile? _map;

    /// <summary>The file's name as the model gives it, beside the model; null where that leads out of the folder by itself.</summary>
    public string? Named { get; private init; }

    /// <summary>The same with all links followed; null where there is a problem.</summary>
    public string? Real { get; private init; }

    public string? Problem { get; private init; }

    public MappedFile Map => _map ??= new(Real!);

    public static WeightFile Find(string model, string location)
    {
        if (location.Length == 0 || Path.IsPathRooted(location) || location.Split('/', '\\').Contains(".."))
        {
            return new() { Problem = "which is outside the model's folder" };
        }

        var named = Path.Combine(Path.GetDirectoryName(model)!, location);
        if (!File.Exists(named) || RealPath.Of(named) is not { } real)
        {
            return new() { Named = named, Problem = "which does not exist: put the weight file beside the model" };
        }

        return IsInside(real, model) ? new() { Named = named, Real = real } : new() { Named = named, Problem = "which is a link that leaves the model's folder" };
    }

    public void Dispose() => _map?.Dispose();

    /// <summary>Download caches link both the model and its weights into one folder of blobs, which is fine.</summary>
    private static bool IsInside(string real, string model) =>
        real.StartsWith(RealPath.Of(Path.GetDirectoryName(model)!) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || Path.GetDirectoryName(real) == Path.GetDirectoryName(RealPath.Of(model));
}
