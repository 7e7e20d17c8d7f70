using System.Collections.Immutable;
using System.Reflection;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Building;

/// <summary>Versions and classes that belong to the whole site.</summary>
internal static class SiteProvenance
{
    /// <summary>Provenance of runs that no run can differ in.</summary>
    private static readonly string[] Shared = ["runtime", "cpu", "definitions"];

    public static ImmutableSortedDictionary<string, string> Of(ImmutableArray<RunContent> runs)
    {
        var provenance = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        provenance["tool"] = typeof(SiteProvenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        foreach (var name in Shared)
        {
            if (runs.Select(r => r.Table.Provenance.GetValueOrDefault(name)).FirstOrDefault(v => v is not null) is { } value)
            {
                provenance[name] = value;
            }
        }

        return provenance.ToImmutable();
    }
}
