using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>
/// Parameters are no tokens, with one exception: slots that have read an image, frames or another model's states by attention stand for them, and a stream that the
/// slots know nothing of attends to the slots instead (Flamingo, Alayrac et al. 2022).
/// </summary>
internal static class Resampler
{
    public static bool Gave(DataFlow flow, string keys, string queries) =>
        flow.IsData(keys) && !flow.Reach(queries).IsSubsetOf(flow.Reach(keys)) && !Upstream.None(flow, keys, n => n.Op == "Softmax" || FusedMatcher.Match(n) is not null);
}
