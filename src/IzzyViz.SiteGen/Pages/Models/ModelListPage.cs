using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Models;

internal sealed record ModelListPage : PageModel
{
    public override string Kind => "models";

    public required ImmutableArray<ModelLine> Models { get; init; }

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures => Models.SelectMany(m => m.Figures);

    public static ModelListPage From(SiteIndex site) => new()
    {
        Path = SiteAddresses.Models,
        Heading = "Models",
        Lead = $"{ModelLine.Counted(site)}, each with the signature of its heads.",
        Rail = Navigation.Rail(site),
        Models = [.. site.Groups.Select(m => ModelLine.From(site, SiteAddresses.Models, m))],
    };
}
