namespace IzzyViz.SiteGen.Pages;

/// <summary>What a model answers over a slice, summed up.</summary>
internal sealed record ResultRow(PageLink Link, int Examples, int Labelled, Quantity Accuracy, Quantity MeanLoss, Quantity MeanMargin)
{
    public static ResultRow From(RunContent run, PageLink link)
    {
        var outputs = run.Summary.Outputs;
        return new(
            link,
            outputs.Count,
            outputs.Labelled,
            Quantity.Of(outputs.Accuracy, "share"),
            Quantity.Of(outputs.MeanLoss, "nats"),
            Quantity.Of(outputs.MeanMargin, ""));
    }
}
