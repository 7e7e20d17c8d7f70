using System.Reflection;

namespace IzzyViz.Testing;

/// <summary>Where the sources are: recorded at build time, because deterministic builds hide it from stack traces.</summary>
public static class Repository
{
    public static string Folder { get; } = Metadata(typeof(Repository).Assembly, "RepositoryFolder");

    /// <summary>Models, conformance cases and goldens that lie beside the repository on some machines; null where they do not.</summary>
    public static string? Shared { get; } = Path.Combine(Folder, "..", "shared") is var path && Directory.Exists(path) ? Path.GetFullPath(path) : null;

    public static string TestFolder(Assembly assembly) => Metadata(assembly, "TestSourceFolder");

    private static string Metadata(Assembly assembly, string key) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
