using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Ids of one kind; the second use of one is reported where it stands.</summary>
internal sealed class UniqueIds(string kind, DiagnosticBag bag)
{
    private readonly Dictionary<string, SourceLocation> _first = new(StringComparer.Ordinal);

    public bool Add(string id, SourceLocation at)
    {
        if (_first.TryAdd(id, at))
        {
            return true;
        }

        bag.Add(ManifestDiagnostics.DuplicateId.At(at, kind, id, _first[id].Line));
        return false;
    }
}
