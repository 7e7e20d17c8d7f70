using System.Reflection;

namespace IzzyViz.Fuzzing;

/// <summary>Inputs to start from, in <c>Corpus/TARGET</c>: hand-made ones, and ones that once found something.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(
        typeof(Corpus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "TestSourceFolder").Value!, "Corpus");

    public static byte[] Seed(string target, string name) => File.ReadAllBytes(Path.Combine(Folder, target, name));

    public static IEnumerable<string> Names(string target) => Files(Path.Combine(Folder, target)).Select(f => Path.GetFileName(f)!);

    /// <summary>The files of a target, and of another folder if one is given, in order of their names.</summary>
    public static IReadOnlyList<byte[]> Of(string target, string? more = null) =>
        [.. Files(Path.Combine(Folder, target)).Concat(more is null ? [] : Files(more)).Select(File.ReadAllBytes)];

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
