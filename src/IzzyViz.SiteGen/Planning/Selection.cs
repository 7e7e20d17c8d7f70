using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Names and patterns of a manifest, turned into the things they name.</summary>
/// <param name="Unknown">Reported with a hint where a name or pattern names nothing.</param>
internal sealed record Selection<T>(ImmutableArray<T> All, Func<string, T, bool> Matches, ImmutableArray<string> Names, DiagnosticDescriptor Unknown)
{
    /// <summary>In the order of <paramref name="wanted"/>, each once; what a pattern names comes in the order of <see cref="All"/>.</summary>
    public ImmutableArray<T> Select(Located<ImmutableArray<Located<string>>> wanted, DiagnosticBag bag) =>
        [.. wanted.Value.SelectMany(name => Named(name, bag)).Distinct()];

    public IEnumerable<T> Named(Located<string> name, DiagnosticBag bag)
    {
        var found = All.Where(item => Matches(name.Value, item)).ToArray();
        if (found.Length == 0 && name.Value != "*")
        {
            bag.Add(Unknown.At(name.At, name.Value, NearestName.Hint(name.Value, Names)));
        }

        return found;
    }
}
