using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Slices;

/// <summary>What a model answers over a slice, summed up.</summary>
internal sealed record ResultRow(PageLink Link, int Examples, int Labelled, Quantity Accuracy, string Success, Quantity MeanLoss, Quantity MeanMargin)
{
    public static ResultRow From(SiteIndex site, RunContent run, PageLink link)
    {
        var outputs = run.Summary.Outputs;
        return new(
            link,
            outputs.Count,
            outputs.Labelled,
            Quantity.Of(outputs.Accuracy, "share"),
            outputs.Accuracy is null ? "" : site.Card(run.ModelId).Success,
            Quantity.Of(outputs.MeanLoss, "nats"),
            Quantity.Of(outputs.MeanMargin, ""));
    }
}
