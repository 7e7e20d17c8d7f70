namespace IzzyViz.SiteGen.Planning;

internal static class FetchedModels
{
    /// <summary>The plan with a place on disk for a remote model, in its list of models and in its runs.</summary>
    public static SitePlan WithPath(this SitePlan plan, string modelId, string path)
    {
        ModelPlan Place(ModelPlan model) => model.Id == modelId ? model with { Path = path } : model;
        return plan with
        {
            Models = [.. plan.Models.Select(Place)],
            Runs = [.. plan.Runs.Select(r => r with { Model = Place(r.Model) })],
        };
    }
}
