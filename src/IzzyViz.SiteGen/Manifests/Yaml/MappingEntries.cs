using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests.Yaml;

/// <summary>Gathers the entries of one mapping; a key that is there already, or is no text, is reported and left out.</summary>
internal sealed class MappingEntries(DiagnosticBag bag)
{
    private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>();
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar { Kind: not ScalarKind.Null } name)
        {
            bag.Add(ManifestDiagnostics.KeyNotText.At(key.At, key.Says));
        }
        else if (!_lines.TryAdd(name.Text, name.At.Line))
        {
            bag.Add(ManifestDiagnostics.DuplicateKey.At(name.At, name.Shortened, _lines[name.Text]));
        }
        else
        {
            _entries.Add(new YamlEntry(new Located<string>(name.Text, name.At), value));
        }
    }

    public ImmutableArray<YamlEntry> ToImmutable() => _entries.ToImmutable();
}
