using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>What does not fit between maps and the views of them (IZV53xx).</summary>
internal static class ViewDiagnostics
{
    public static readonly DiagnosticDescriptor TokenOutside =
        new("IZV5301", Severity.Error, "{0} is {1}; there are {2} tokens, counted from 0.");

    public static readonly DiagnosticDescriptor NotOneText =
        new("IZV5302", Severity.Error, "This figure follows the tokens of one text through the layers and needs as many rows as columns; the maps have {0} and {1}.");

    public static readonly DiagnosticDescriptor UnevenLayers =
        new("IZV5303", Severity.Error, "{0} maps are not the same number of heads in each of {1} layers; --layers has to divide the number of maps.");

    public static readonly DiagnosticDescriptor NoRowCounts =
        new("IZV5305", Severity.Error, "No row of the maps is of a token that is not special and sees two keys or more, so that there is nothing to compare.");
}
