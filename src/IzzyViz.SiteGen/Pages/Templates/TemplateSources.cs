using System.Collections.Immutable;
using System.Reflection;

namespace IzzyViz.SiteGen.Pages.Templates;

/// <summary>Templates and assets by name (<c>pages/home.scriban-html</c>, <c>assets/site.css</c>): the user's file where the theme folder has one, else the built-in one.</summary>
internal sealed class TemplateSources
{
    private const string Prefix = "templates/";

    private readonly SortedDictionary<string, Func<byte[]>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _builtIn = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _themed = new(StringComparer.Ordinal);

    private TemplateSources()
    {
    }

    public ImmutableArray<string> Names => [.. _files.Keys];

    public static TemplateSources From(string? themeFolder)
    {
        var sources = new TemplateSources();
        var assembly = typeof(TemplateSources).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            // The build writes the machine's own separators into resource names.
            var name = resource.Replace('\\', '/');
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                sources._builtIn.Add(name[Prefix.Length..]);
                sources._files[name[Prefix.Length..]] = () => Embedded(assembly, resource);
            }
        }

        if (themeFolder is not null)
        {
            sources.AddTheme(themeFolder);
        }

        return sources;
    }

    /// <summary>Files of the theme that nothing would ask for: neither assets, nor parts for its templates to include, nor a page that there is.</summary>
    public IEnumerable<string> Unused => _themed.Keys.Where(n => !_builtIn.Contains(n) && !IsAsset(n) && !IsPart(n) && !IsRemark(n));

    public bool Has(string name) => _files.ContainsKey(name);

    public byte[] Read(string name) => _files[name]();

    /// <summary>The path to show for a name: the user's file, or the built-in name.</summary>
    public string Display(string name) => _themed.GetValueOrDefault(name, Prefix + name);

    private static bool IsAsset(string name) => name.StartsWith("assets/", StringComparison.Ordinal);

    private static bool IsPart(string name) =>
        name.EndsWith(TemplateSet.Extension, StringComparison.Ordinal) && name.Contains('/') && !name.StartsWith("pages/", StringComparison.Ordinal);

    private static bool IsRemark(string name) => name.EndsWith(".md", StringComparison.Ordinal) || Path.GetFileName(name).StartsWith('.');

    private void AddTheme(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            _files[name] = () => File.ReadAllBytes(path);
            _themed[name] = path;
        }
    }

    private static byte[] Embedded(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
