using System.Globalization;
using IzzyViz.Analysis.Reviews;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The mean of a statistic of one head on both sides.</summary>
internal sealed record SideMove(NamedThing Head, NamedThing Statistic, Quantity First, Quantity Second, Quantity Change, string? Interval, int Count)
{
    public static SideMove From(ComparisonView view, string model, HeadChange change)
    {
        var definition = view.Site.Statistic(change.StatisticId);
        var (paired, name) = (change.Change, view.NameOf(model, change.Head));
        var interval = double.IsNaN(paired.Interval.Low)
            ? null
            : $"{Fine(paired.Interval.Low, definition.Unit)} to {Fine(paired.Interval.High, definition.Unit)}";
        return new(
            new(name, new(name, SiteAddresses.Head(model, change.Head))),
            new(definition.Title, StatisticBlock.LinkTo(definition)),
            Quantity.Of(paired.Before, definition.Unit),
            Quantity.Of(paired.After, definition.Unit),
            Fine(paired.Change, definition.Unit),
            interval,
            paired.Count);
    }

    /// <summary>A change small enough to be nothing in the usual form has two figures more.</summary>
    private static Quantity Fine(double value, string unit)
    {
        var shown = unit == "share" ? value * 100 : value;
        if (double.IsNaN(value) || Math.Abs(shown) >= 0.1)
        {
            return Quantity.Change(value, unit);
        }

        var text = Math.Abs(shown).ToString("0.000", CultureInfo.InvariantCulture);
        return new(value, $"{(text == "0.000" ? "" : value < 0 ? "−" : "+")}{text}\u00a0{(unit == "share" ? "points" : unit)}".TrimEnd('\u00a0'));
    }
}
