using IzzyViz.Analysis.Statistics;
using IzzyViz.SiteGen.Pages.Heads;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The sentence on top of every comparison: its answer, with numbers.</summary>
internal static class ComparisonWords
{
    public static string Lead(ComparisonView view) => view.Plan.Kind switch
    {
        ComparisonKind.Heads => Heads(view),
        ComparisonKind.Layers => Layers(view),
        ComparisonKind.Checkpoints => Checkpoints(view),
        ComparisonKind.Repeats => Repeats(view),
        _ => Models(view),
    };

    private static string Models(ComparisonView view)
    {
        var found = ComparedModels.Of(view, view.Main);
        var answers = found.Review.Outputs;
        var flips = answers.Flips.Length == 0
            ? $"it gives the same answer on all {Words.Count(answers.Compared, "example")} of {view.Main.SliceId}"
            : $"it answers {answers.Flips.Length} of {Words.Count(answers.Compared, "example")} of {view.Main.SliceId} otherwise";
        if (found.Distances.IsEmpty)
        {
            return $"The maps of {view.Second} and {view.First} have no heads to compare; {flips}.";
        }

        var furthest = found.Distances.MaxBy(d => d.Distance);
        var how = found.Pair.Matches.IsEmpty ? "" : ", heads matched by their patterns,";
        return $"The maps of {view.Second}{how} are {Distance.Text(found.Mean)} from those of {view.First} on average ({Distance.Meaning}), "
            + $"most in {view.NameOf(found.Pair.First, furthest.Head)} with {Distance.Text(furthest.Distance)}; {flips}.";
    }

    private static string Heads(ComparisonView view)
    {
        var review = HeadComparisonPage.Review(view);
        var apart = $"{view.First} and {view.Second} are {Distance.Text(view.Main.Pairs[0].Mean)} apart on {Words.Count(view.Main.Pairs[0].Examples.Length, "example")} of {view.Main.SliceId} ({Distance.Meaning})";
        var change = review.Heads.Where(h => HeadSentence.IsPattern(h.StatisticId)).OrderByDescending(h => h.Effect).FirstOrDefault() ?? review.Heads.FirstOrDefault();
        if (change is null)
        {
            return $"{apart}; no statistic differs.";
        }

        var definition = view.Site.Statistic(change.StatisticId);
        return $"{apart}; they differ most in {Lower(definition)}: {Quantity.Rounded(change.Change.Before, definition.Unit)} against {Quantity.Rounded(change.Change.After, definition.Unit)}.";
    }

    private static string Layers(ComparisonView view)
    {
        var pair = view.Main.Pairs[0];
        if (pair.Means.IsEmpty)
        {
            return $"No map of {view.First} and {view.Second} can be compared.";
        }

        var nearest = pair.Means.MinBy(m => m.Distance);
        return $"A head of {view.First} and one of {view.Second} are {Distance.Text(pair.Mean)} apart on average ({Distance.Meaning}); the most alike are "
            + $"{view.NameOf(pair.First, nearest.Heads.First)} and {view.NameOf(pair.Second, nearest.Heads.Second)}, {Distance.Text(nearest.Distance)} apart.";
    }

    private static string Checkpoints(ComparisonView view)
    {
        var runs = view.MainRuns;
        var intervals = view.Main.Pairs.Take(runs.Length - 1).Where(p => !double.IsNaN(p.Mean)).ToList();
        var (from, to) = (view.Label(runs[0].ModelId), view.Label(runs[^1].ModelId));
        var change = intervals.Count == 0 ? "" : intervals.MaxBy(p => p.Mean) is var most
            ? $"the maps change most between {view.Label(most!.First)} and {view.Label(most.Second)}, by {Distance.Text(most.Mean)} on average ({Distance.Meaning}); "
            : "";
        var late = PatternAppearance.Of(view, runs).Where(p => !p.FromTheStart).ToList();
        var accuracy = (runs[0].Summary.Outputs.Accuracy, runs[^1].Summary.Outputs.Accuracy) is ({ } a, { } b)
            ? $", and the share answered right goes from {Quantity.Rounded(a, "share")} to {Quantity.Rounded(b, "share")}"
            : "";
        return $"From {from} to {to}, over {Words.Count(runs.Length, "checkpoint")}, {change}{Patterns(late)}{accuracy}.";
    }

    private static string Patterns(List<PatternAppearance> late)
    {
        if (late.Count == 0)
        {
            return "no head takes up a pattern";
        }

        var most = late.GroupBy(p => (Pattern: p.Pattern.Text, Since: p.Since.Text)).MaxBy(g => g.Count())!;
        var first = $"{Words.Count(late.Count, "head takes", "heads take")} up a pattern";
        return most.Count() == late.Count
            ? $"{first}, {most.Key.Pattern.ToLowerInvariant()}, at {most.Key.Since}"
            : $"{first}, {most.Count()} of them {most.Key.Pattern.ToLowerInvariant()} at {most.Key.Since}";
    }

    private static string Repeats(ComparisonView view)
    {
        var (matched, same, chance) = MatchFigures.Cost(view.Main.Pairs.SelectMany(p => p.Matches));
        return double.IsNaN(matched)
            ? $"The heads of {Words.Count(view.Plan.Sides.Length, "repeat")} of {view.Plan.Family} could not be matched."
            : $"Matched by their patterns, heads of {Words.Count(view.Plan.Sides.Length, "repeat")} of {view.Plan.Family} are {Distance.Text(matched)} apart on examples the match has not seen ({Distance.Meaning}); "
                + $"heads of the same number are {Distance.Text(same)} apart, heads put together by chance {Distance.Text(chance)}.";
    }

    private static string Lower(StatisticDefinition definition) => char.ToLowerInvariant(definition.Title[0]) + definition.Title[1..];
}
