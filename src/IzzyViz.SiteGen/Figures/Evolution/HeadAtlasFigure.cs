using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Evolution;

internal sealed record HeadAtlasOptions
{
    public static readonly HeadAtlasOptions Default = new();

    public string Slug { get; init; } = "head-atlas";

    public string Title { get; init; } = "Atlas of the heads";

    /// <summary>What the shares are means over: "4 examples of reviews/negation".</summary>
    public string Over { get; init; } = "the examples";

    public Func<HeadAddress, string>? LinkOf { get; init; }
}

/// <summary>Heads placed by the similarity of their patterns, in groups that say what they do.</summary>
internal static class HeadAtlasFigure
{
    /// <summary>A colour for each, and one left for heads in none.</summary>
    public const int MostGroups = Palette.Categories - 1;

    /// <param name="heads">Of one kind of attention.</param>
    public static Figure Draw(ImmutableArray<RoleShares> heads, HeadAtlasOptions options)
    {
        var atlas = HeadAtlas.Of(heads, MostGroups);
        return new()
        {
            Slug = options.Slug,
            Title = options.Title,
            Description = Description(atlas),
            HowToRead = "Each dot is a head. Heads that spread their weight alike lie near each other; directions have no meaning. Colours are groups, named at the side after the roles that have most of their weight, with a bar of all roles.",
            Legend = $"Nearness is the Jensen–Shannon distance between the heads’ shares of weight by role, means over {options.Over}. "
                + $"The plane shows {FigureNumber.PerCent(atlas.Places.Shown)} of the squared distances. Heads of a group are up to {FigureNumber.Plain(HeadAtlas.Limit)} apart on average (average linkage); grey heads are in none of the {(atlas.Groups.Length == 1 ? "groups" : $"{atlas.Groups.Length} groups")} shown.",
            Scene = new AtlasSheet(atlas, options).Compose(),
        };
    }

    private static string Description(HeadAtlas atlas)
    {
        var groups = atlas.Groups.Select(g => $"{g.Name}: {string.Join(", ", g.Heads.Take(12).Select(h => atlas.Heads[h].Head.Short))}{(g.Heads.Length > 12 ? $" and {g.Heads.Length - 12} more" : "")}");
        return $"{atlas.Heads.Length} heads, {atlas.Groups.Length} groups, {atlas.Alone.Length} heads in none. {string.Join(". ", groups)}.";
    }
}
