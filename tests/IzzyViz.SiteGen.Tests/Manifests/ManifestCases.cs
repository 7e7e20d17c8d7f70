using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Manifests;

/// <summary>Manifests kept as files: <c>Cases</c> are wrong and have an expectation beside them, <c>Valid</c> are right.</summary>
internal static class ManifestCases
{
    public static readonly string Folder = Path.Combine(Repository.TestFolder(typeof(ManifestCases).Assembly), "Manifests");

    public static TheoryData<string> Wrong => Names("Cases");

    public static TheoryData<string> Right => Names("Valid");

    public static string ReadWrong(string name) => File.ReadAllText(Path.Combine(Folder, "Cases", name + ".yml"));

    public static string ReadRight(string name) => File.ReadAllText(Path.Combine(Folder, "Valid", name + ".yml"));

    private static TheoryData<string> Names(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.yml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];
}
