namespace IzzyViz.Testing;

/// <summary>The repository's own small models, as stand-ins for a user's.</summary>
public static class DemoModel
{
    /// <summary>Copies a model's files (<c>polarity</c>, <c>induction/step-0200</c>) into a folder, the graphs into <paramref name="graphs"/> below it.</summary>
    public static void Copy(string name, TempFolder folder, string target, string graphs = "")
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "models", name)))
        {
            var isGraph = Path.GetExtension(file) == ".onnx";
            var path = folder[Path.Combine(target, isGraph ? graphs : "", Path.GetFileName(file))];
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }
}
