using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Pages;

internal sealed record ModelListPage : PageModel
{
    public override string Kind => "models";

    public required ImmutableArray<ModelLine> Models { get; init; }

    public override IEnumerable<FigureView> Figures => Models.Select(m => m.Signature).OfType<FigureView>();

    public static ModelListPage From(SiteIndex site) => new()
    {
        Path = SiteAddresses.Models,
        Heading = "Models",
        Lead = $"{Words.Count(site.Content.Models.Length, "model")}, each with the signature of its heads.",
        Rail = Navigation.Rail(site),
        Models = [.. site.Content.Models.Select(m => ModelLine.From(site, SiteAddresses.Models, m))],
    };
}

/// <summary>A model in one line: name, what it is, how it answers, and its layer by head strip as a signature.</summary>
internal sealed record ModelLine(PageLink Link, string? Title, string Architecture, int Heads, Quantity Accuracy, FigureView? Signature)
{
    public static ModelLine From(SiteIndex site, Publishing.SitePath page, ModelCard card)
    {
        var runs = site.RunsOf(card.Id);
        return new(
            new(card.Id, SiteAddresses.Model(card.Id)),
            card.Title,
            card.Architecture,
            site.HeadsOf(card.Id).Length,
            Quantity.Of(runs is [var first, ..] ? first.Summary.Outputs.Accuracy : null, "share"),
            runs is [var run, ..] ? PageFigures.Signature(site, page, run) : null);
    }
}
