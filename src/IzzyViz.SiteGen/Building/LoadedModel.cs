using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Runs;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>A model of the plan that was found and whose structure was read; its weights are not loaded.</summary>
internal sealed record LoadedModel(ModelPlan Plan, RunModel Run)
{
    /// <summary>Why none of its attention can be captured; null where some can.</summary>
    public Diagnostic? Nothing { get; } = NothingToCapture.In(Run.Folder, Run.Structure);
}
