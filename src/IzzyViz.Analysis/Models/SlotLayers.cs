using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;

namespace IzzyViz.Analysis.Models;

/// <summary>
/// Learned queries that go through several layers (object queries, query transformers): once they have read tokens they are fed values like any other, and one input
/// reaches both streams. What follows from their first reading tells them apart.
/// </summary>
internal sealed class SlotLayers
{
    private readonly DataFlow _flow;
    private readonly HashSet<string> _slots;

    public SlotLayers(DataFlow flow, IReadOnlyList<AttentionSite> sites)
    {
        _flow = flow;
        _slots = Downstream.Tensors(flow, sites.Where(s => Relations.Of(flow, s) == Relation.Learned).Select(s => s.Result));
        ReadAgain = sites.Any(ReadsAgain);
    }

    /// <summary>Slots that have read tokens read tokens that know nothing of them.</summary>
    public bool ReadAgain { get; }

    public Relation RelationOf(AttentionSite site) => ReadsAgain(site) ? Relation.Learned : Relations.Of(_flow, site);

    /// <summary>Whether slots attend to each other between two readings of tokens.</summary>
    public bool AreIn(AttentionSite site) => ReadAgain && _slots.Contains(site.Query) && _slots.Contains(site.Key);

    private bool ReadsAgain(AttentionSite site) => _slots.Contains(site.Query) && !_slots.Contains(site.Key);
}
