using System.Buffers;
using System.Text.Json.Serialization;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>A file of the site, from its root: lower case where ids allow, <c>/</c> between parts, no dots that climb. The only way to make a link.</summary>
[JsonConverter(typeof(SitePathJson))]
internal readonly record struct SitePath
{
    /// <summary>By code units, the same on every machine.</summary>
    public static readonly IComparer<SitePath> Order = Comparer<SitePath>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static readonly SearchValues<char> Refused = SearchValues.Create("\\:?#%*\"<>|");

    private readonly string? _value;

    private SitePath(string value) => _value = value;

    public string Value => _value ?? "index.html";

    /// <summary>The folder the file lies in, with its closing slash; empty at the root.</summary>
    public string Folder => Value[..(Value.LastIndexOf('/') + 1)];

    /// <summary>The address people share: a page's folder, or the file.</summary>
    public string Address => "/" + (Value.EndsWith("index.html", StringComparison.Ordinal) ? Folder : Value);

    public static SitePath Of(string value) =>
        IsValid(value) ? new(value) : throw new ArgumentException($"\"{value}\" is no path inside the site.", nameof(value));

    /// <summary>The page of a folder given by its ids, each made safe.</summary>
    public static SitePath Page(params ReadOnlySpan<string> ids)
    {
        var segments = new string[ids.Length + 1];
        for (var i = 0; i < ids.Length; i++)
        {
            segments[i] = PathSegment.Of(ids[i]);
        }

        segments[^1] = "index.html";
        return new(string.Join('/', segments));
    }

    public static bool IsValid(string value) =>
        value.Length > 0 && value.Split('/').All(s => s.Length > 0 && s is not ("." or "..") && !s.AsSpan().ContainsAny(Refused));

    /// <summary>A file beside this one.</summary>
    public SitePath Beside(string name) => Of(Folder + name);

    /// <summary>The file of the same name in another format.</summary>
    public SitePath As(string extension) => Of(Path.ChangeExtension(Value, extension));

    /// <summary>The relative link that leads from <paramref name="from"/> here; it works from disk, from a zip and under any sub-path.</summary>
    public string RelativeTo(SitePath from)
    {
        var here = Value.Split('/');
        var there = from.Value.Split('/');
        var common = 0;
        while (common < here.Length - 1 && common < there.Length - 1 && here[common] == there[common])
        {
            common++;
        }

        return string.Concat(Enumerable.Repeat("../", there.Length - 1 - common)) + string.Join('/', here[common..].Select(Uri.EscapeDataString));
    }

    /// <summary>Resolves a relative link, as a browser would; null where it leaves the site.</summary>
    public SitePath? Follow(string relative)
    {
        var parts = new List<string>(Folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in relative.Split('/').Select(Uri.UnescapeDataString))
        {
            if (segment == ".." && parts.Count == 0)
            {
                return null;
            }

            Step(parts, segment);
        }

        var path = string.Join('/', parts);
        return IsValid(path) ? new SitePath(path) : null;
    }

    public override string ToString() => Value;

    private static void Step(List<string> parts, string segment)
    {
        if (segment == "..")
        {
            parts.RemoveAt(parts.Count - 1);
        }
        else if (segment is not ("." or ""))
        {
            parts.Add(segment);
        }
    }
}
