using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Templates;

namespace IzzyViz.SiteGen.Pages;

/// <summary>
/// Shown for addresses that do not exist, at any depth: relative links would lead astray, so its style is inside it (allowed by its hash) and its
/// links are absolute, which only a manifest with <c>url:</c> makes possible.
/// </summary>
internal sealed record NotFoundPage : PageModel
{
    public override string Kind => "not-found";

    [JsonIgnore]
    public override bool HasTwin => false;

    [JsonIgnore]
    public required RawHtml Style { get; init; }

    /// <summary>SHA-256 of the style, as a content security policy wants it.</summary>
    public required string StyleHash { get; init; }

    public static NotFoundPage From(SiteAssets assets)
    {
        var style = assets.TextOf("not-found.css");
        return new()
        {
            Path = SiteAddresses.NotFound,
            Heading = "There is no page here",
            Lead = "The address may be mistyped, or what it showed is no longer part of this site.",
            Style = new(style),
            StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))),
        };
    }
}
