using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Whether keys come from the same stream as the queries.</summary>
internal enum Relation
{
    Self,
    Cross,

    /// <summary>The queries are parameters.</summary>
    Learned,
}

internal static class Relations
{
    /// <summary>
    /// Keys of self-attention depend on everything its queries depend on; keys of cross-attention lack the query stream's own inputs.
    /// Where one input feeds both streams, the origin of the query and key axes decides.
    /// </summary>
    public static Relation Of(DataFlow flow, AttentionSite site)
    {
        var (query, key) = (flow.Reach(site.Query), flow.Reach(site.Key));
        return query.IsEmpty || site.QueryIsLearned ? Relation.Learned : query.IsSubsetOf(key) ? Relation.Self : Relation.Cross;
    }
}
