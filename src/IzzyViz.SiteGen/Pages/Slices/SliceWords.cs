using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Slices;

/// <summary>The sentences and facts of a slice page.</summary>
internal static class SliceWords
{
    /// <summary>Rows in the table: more would break the element limit of a page; the twin has them all in its dataset.</summary>
    public const int MostRows = 200;

    public static string Lead(SiteIndex site, ImmutableArray<RunContent> runs)
    {
        var rows = runs[0].Table.Examples;
        var lengths = rows.Select(r => r.Tokens).DefaultIfEmpty(0).ToList();
        var answers = site.Groups.Select(g => Answers(g, runs)).OfType<string>().ToList();
        var size = $"{Words.Count(rows.Length, "example")} of {lengths.Min()} to {lengths.Max()} tokens";
        return answers.Count == 0 ? $"{size}, run through {Words.Count(runs.Length, "model")}." : $"{size}; {Words.List(answers)}.";
    }

    /// <summary>"polarity is right in 98 % (as labelled)", of a family from its lowest to its highest.</summary>
    private static string? Answers(ModelGroup group, ImmutableArray<RunContent> runs)
    {
        var known = runs.Where(r => group.Has(r.ModelId)).Select(r => r.Summary.Outputs.Accuracy).OfType<double>().Order().ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var (lowest, highest) = (Quantity.Rounded(known[0], "share"), Quantity.Rounded(known[^1], "share"));
        var who = group.Family is null ? group.Members[0].Card.Id : $"{group.Family} ({group.Size})";
        return $"{who} is right in {(lowest == highest ? highest : $"{lowest} to {highest}")} ({group.Members[0].Card.Success})";
    }

    public static ImmutableArray<Fact> Definition(RunContent run)
    {
        var slice = run.Plan.Slice;
        var dataset = run.Plan.Dataset;
        var facts = ImmutableArray.CreateBuilder<Fact>();
        facts.Add(new("Dataset", dataset.Title ?? dataset.Source.Id));
        if (dataset.IsHidden)
        {
            facts.Add(new("Texts", "withheld: tokens are numbered, and no text, label or tag is part of this site"));
        }

        facts.Add(new("Filter", dataset.IsHidden ? "withheld" : slice.Where.Count == 0 ? "every row" : string.Join("; ", slice.Where.Select(w => $"{w.Key} is {string.Join(" or ", w.Value)}"))));
        if (slice.Range is var (start, end))
        {
            facts.Add(new("Range", end is null ? $"from row {start}" : $"rows {start} to {end - 1}"));
        }

        facts.Add(new("Sample", slice.Take is { } take ? $"{take} rows, seed {slice.Seed}" : "all rows"));
        if (dataset.Licence is { } licence)
        {
            facts.Add(new("Licence", licence));
        }

        return facts.ToImmutable();
    }

    public static Neighbours Around(SiteIndex site, string slice)
    {
        var place = site.Slices.IndexOf(slice);
        return new() { Previous = At(place - 1), Next = At(place + 1) };

        PageLink? At(int index) => index < 0 || index >= site.Slices.Length ? null : new(site.Slices[index], SiteAddresses.Slice(site.Slices[index]));
    }
}
