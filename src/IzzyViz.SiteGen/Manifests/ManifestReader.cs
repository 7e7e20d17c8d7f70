using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Definition;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>Text of a manifest to values with positions. Every mistake goes into the bag, in the order of the lines.</summary>
internal static class ManifestReader
{
    /// <summary>Null where there is nothing to go on with: no YAML, or no mapping at its root.</summary>
    public static SiteManifest? Read(string text, string file, DiagnosticBag bag)
    {
        var found = new DiagnosticBag();
        var manifest = ReadUnsorted(text, file, found);
        bag.AddRange(found.InOrderOfPlace());
        return manifest;
    }

    private static SiteManifest? ReadUnsorted(string text, string file, DiagnosticBag bag)
    {
        var root = YamlTreeReader.Read(text, file, bag);
        if (root is null or YamlScalar { Kind: ScalarKind.Null } && !bag.HasErrors)
        {
            var required = SiteDefinition.Record.Fields.Where(f => f.IsRequired).Select(f => f.Key);
            bag.Add(ManifestDiagnostics.Empty.At(file, string.Join(", ", required)));
        }

        return root is null or YamlScalar { Kind: ScalarKind.Null } ? null : SiteDefinition.Record.Shape.Read(root, "the manifest", bag);
    }
}
