namespace IzzyViz.SiteGen.Pages.Templates;

/// <summary>Text that is markup already: the only values a template writes without encoding.</summary>
internal sealed record RawHtml(string Value)
{
    public static readonly RawHtml None = new("");

    public override string ToString() => Value;
}
