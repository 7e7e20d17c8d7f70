using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>Style, script, fonts and icon, each named by a hash of its content, so that a cache never shows an old one.</summary>
internal sealed class SiteAssets
{
    private const string Folder = "assets/";

    private readonly SortedDictionary<string, SiteFile> _files = new(StringComparer.Ordinal);

    public IEnumerable<SiteFile> Files => _files.Values;

    /// <param name="figureStyles">The rules of inline figures; they follow the site's own in the one style file.</param>
    public static SiteAssets From(TemplateSources sources, string figureStyles)
    {
        var assets = new SiteAssets();
        var names = sources.Names.Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..]).ToImmutableArray();

        // Style files name fonts and pictures, so those come first.
        foreach (var name in names.Where(n => !IsText(n)))
        {
            assets.Add(name, sources.Read(Folder + name));
        }

        foreach (var name in names.Where(IsText))
        {
            var text = Encoding.UTF8.GetString(sources.Read(Folder + name));
            assets.Add(name, Encoding.UTF8.GetBytes(name == "site.css" ? assets.WithHashedNames(text) + figureStyles : text));
        }

        return assets;
    }

    public bool Has(string name) => _files.ContainsKey(name);

    public void Add(string name, byte[] content) => _files[name] = new(HashedName(name, content), content);

    public SitePath PathOf(string name) => _files.TryGetValue(name, out var file)
        ? file.Path
        : throw new ArgumentException($"there is no asset \"{name}\"; known are {string.Join(", ", _files.Keys)}.", nameof(name));

    public string TextOf(string name) => Encoding.UTF8.GetString(_files[name].Content.Span);

    private static bool IsText(string name) => Path.GetExtension(name) is ".css" or ".js";

    private static SitePath HashedName(string name, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..10];
        return SitePath.Of($"{Folder}{Path.ChangeExtension(name, null)}.{hash}{Path.GetExtension(name)}");
    }

    private string WithHashedNames(string css)
    {
        foreach (var (name, file) in _files)
        {
            css = css.Replace($"url(\"{name}\")", $"url(\"{file.Path.Value[Folder.Length..]}\")", StringComparison.Ordinal);
        }

        return css;
    }
}
