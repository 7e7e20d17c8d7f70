using IzzyViz.Analysis.Runs;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>A model of the plan that was found and whose structure was read; its weights are not loaded.</summary>
internal sealed record LoadedModel(ModelPlan Plan, RunModel Run);
