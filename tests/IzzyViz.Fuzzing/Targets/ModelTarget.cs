using System.Reflection;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Fuzzing.Targets;

/// <summary>A model folder of which one file is the input: skim, preflight, normalise and match.</summary>
internal static class ModelTarget
{
    private const int WeightBytes = 4096;

    // A mapped file must not be written under its reader: threads do not share a folder.
    private static readonly ThreadLocal<string> Folder = new(Prepared);

    public static void Graph(byte[] input)
    {
        File.WriteAllBytes(Path.Combine(Folder.Value!, "model.onnx"), input);
        Inspect();
    }

    /// <summary>The input is <c>config.json</c>, beside models whose attention it is asked about; then every hint of it is read.</summary>
    public static void Config(byte[] input)
    {
        File.WriteAllBytes(Path.Combine(Folder.Value!, "config.json"), input);
        foreach (var model in (string[])["identity.onnx", "attention.onnx", "fused.onnx"])
        {
            File.WriteAllBytes(Path.Combine(Folder.Value!, "model.onnx"), Corpus.Seed("onnx", model));
            Inspect();
        }

        ReadHints(ModelFolder.Find(Folder.Value!, null, new())?.Config ?? ModelConfig.None);
    }

    private static void Inspect()
    {
        var bag = new DiagnosticBag();
        var structure = ModelFolder.Find(Folder.Value!, null, bag) is { } folder ? ModelReader.Inspect(folder, bag) : null;
        if (structure is null && !bag.HasErrors)
        {
            throw new InvalidOperationException("there is neither a structure nor an error");
        }
    }

    private static void ReadHints(ModelConfig config)
    {
        foreach (var hint in typeof(ModelConfig).GetProperties())
        {
            hint.GetMethod!.Invoke(config, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
    }

    private static string Prepared()
    {
        var folder = Directory.CreateTempSubdirectory("izzyviz-fuzz-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        File.WriteAllBytes(Path.Combine(folder, "weights.bin"), new byte[WeightBytes]);
        return folder;
    }
}
