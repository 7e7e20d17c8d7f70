using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;

namespace IzzyViz.Analysis.Models;

/// <summary>Which of the four ways obtains a site's probabilities.</summary>
internal static class Mechanisms
{
    public static CaptureMechanism Of(DataFlow flow, AttentionSite site) => site.Anchor.Op switch
    {
        _ when !site.IsFused => flow.Graph.Outputs.Any(o => o.Name == site.Weights) ? CaptureMechanism.Output : CaptureMechanism.Tap,
        "Attention" when site.Anchor.Domain.Length > 0 => CaptureMechanism.SideBranch,
        "QAttention" => CaptureMechanism.SideBranch,
        _ => CaptureMechanism.Native,
    };
}
