using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.Testing;

/// <summary>The sample site with two families more, a model with another tokenizer, and a comparison of every kind.</summary>
internal static class SampleComparisons
{
    private static readonly ImmutableArray<RunContent> Runs =
    [
        Shifted(new("plain", SampleModel.Polarity.Modules), "reviews", SampleSummaries.Reviews, 0),
        .. Family("walk-step-", [1, 20, 300], SampleModel.Induction, "sequences", SampleSummaries.Sequences),
        .. Family("seeds-seed-", [1, 2, 3], SampleModel.Polarity, "reviews", SampleSummaries.Reviews),
    ];

    public static SiteContent AddTo(SiteContent content)
    {
        ImmutableArray<RunContent> runs = [.. content.Runs.Select(r => r with { Compared = r.Shown }), .. Runs];
        return content with
        {
            Plan = content.Plan with { Models = [.. Runs.Select(r => r.Plan.Model)], Comparisons = Plans },
            Models = [.. content.Models, .. Runs.Select(r => SampleSite.Card(new(r.ModelId, r.Table.Modules), $"Title of {r.ModelId}", ModelTask.CausalLanguageModel))],
            Runs = runs,
            Comparisons = [.. Plans.Select(p => new ComparisonContent(p, [.. p.Slices.Select(s => Compare(p, s, runs))]))],
        };
    }

    /// <summary>Models of that size: one against another, a walk of three checkpoints, three seeds.</summary>
    public static SiteContent Large(int layers, int heads)
    {
        var like = SampleModel.Of("large", layers, heads);
        var rows = SampleSummaries.Reviews;
        ImmutableArray<RunContent> runs = [.. Family("big-step-", [1, 20, 300], like, "reviews", rows), .. Family("many-seed-", [1, 2, 3], like, "reviews", rows)];
        ImmutableArray<ComparisonPlan> plans =
        [
            Plan("models", ComparisonKind.Models, "reviews/all", "big-step-1", "big-step-20"),
            Plan("matched", ComparisonKind.Models, "reviews/all", "many-seed-1", "many-seed-2") with { IsMatched = true },
            Plan("layers", ComparisonKind.Layers, "reviews/all", "big-step-1/encoder.0", "big-step-1/encoder.11"),
            Plan("big", ComparisonKind.Checkpoints, "reviews/all", "big-step-1", "big-step-20", "big-step-300") with { Family = "big" },
            Plan("many", ComparisonKind.Repeats, "reviews/all", "many-seed-1", "many-seed-2", "many-seed-3") with { Family = "many", IsMatched = true },
        ];
        return SampleSite.Content with
        {
            Plan = SampleSite.Content.Plan with { Models = [.. runs.Select(r => r.Plan.Model)], Comparisons = plans },
            Models = [.. runs.Select(r => SampleSite.Card(new(r.ModelId, r.Table.Modules), r.ModelId, ModelTask.Encoder))],
            Runs = runs,
            Review = null,
            Comparisons = [.. plans.Select(p => new ComparisonContent(p, [.. p.Slices.Select(s => Compare(p, s, runs))]))],
        };
    }

    private static ImmutableArray<ComparisonPlan> Plans =>
    [
        Plan("tokenizers", ComparisonKind.Models, "reviews/all", "polarity", "plain"),
        Plan("matched", ComparisonKind.Models, "reviews/all", "seeds-seed-1", "seeds-seed-2") with { IsMatched = true },
        Plan("heads", ComparisonKind.Heads, "reviews/all", "polarity/L0H0", "polarity/L1H1"),
        Plan("layers", ComparisonKind.Layers, "reviews/all", "polarity/encoder.0", "polarity/encoder.2"),
        Plan("walk", ComparisonKind.Checkpoints, "sequences/repeated", "walk-step-1", "walk-step-20", "walk-step-300") with { Family = "walk" },
        Plan("seeds", ComparisonKind.Repeats, "reviews/all", "seeds-seed-1", "seeds-seed-2", "seeds-seed-3") with { Family = "seeds", IsMatched = true },
    ];

    private static ComparisonPlan Plan(string id, ComparisonKind kind, string slice, params string[] sides) => new()
    {
        Id = id,
        Kind = kind,
        Sides = [.. sides.Select(s => s.Split('/')).Select(s => new ComparedSide(s[0], s.ElementAtOrDefault(1), default))],
        Slices = [slice],
        Examples = 4,
    };

    private static IEnumerable<RunContent> Family(string prefix, int[] numbers, SampleModel like, string dataset, ImmutableArray<SampleRow> rows) => numbers.Select((number, i) =>
    {
        var run = Shifted(new($"{prefix}{number}", like.Modules), dataset, rows, i + 1);
        var parts = prefix.Split('-');
        var role = parts[1] == "step" ? FamilyRole.Checkpoint : FamilyRole.Repeat;
        return run with { Plan = run.Plan with { Model = run.Plan.Model with { Family = parts[0], Role = role, Label = $"{parts[1]} {number}", Position = number } } };
    });

    /// <summary>A model that reads the same rows and attends otherwise: as it would to rows with other numbers.</summary>
    private static RunContent Shifted(SampleModel model, string dataset, ImmutableArray<SampleRow> rows, int by)
    {
        var slice = dataset == "reviews" ? "all" : "repeated";
        var run = SampleSite.Run(model, dataset, slice, [.. rows.Select(r => r with { Number = r.Number + by })]);
        var same = SampleSite.Content.Runs.First(r => r.SliceId == $"{dataset}/{slice}").Table.Examples;
        var examples = run.Table.Examples.Zip(same, (own, other) => own with { ContentHash = other.ContentHash });
        return run with { Summary = run.Summary with { Table = run.Table with { Examples = [.. examples] } }, Compared = run.Shown };
    }

    private static ComparedSlice Compare(ComparisonPlan plan, string slice, ImmutableArray<RunContent> runs)
    {
        RunContent Of(ComparedSide side) => runs.First(r => r.ModelId == side.Model && r.SliceId == slice);
        return new(slice, [.. SidePairs.Of(plan).Select(p => Compare(plan, (plan.Sides[p.First], Of(plan.Sides[p.First])), (plan.Sides[p.Second], Of(plan.Sides[p.Second]))))]);
    }

    private static ComparedPair Compare(ComparisonPlan plan, (ComparedSide Side, RunContent Run) a, (ComparedSide Side, RunContent Run) b)
    {
        ImmutableArray<HeadAddress> first = [.. a.Run.Table.Heads.Where(a.Side.Takes)];
        ImmutableArray<HeadAddress> second = [.. b.Run.Table.Heads.Where(b.Side.Takes)];
        var heads = plan.Kind switch
        {
            ComparisonKind.Heads => HeadPairs.One(first[0], second[0]),
            ComparisonKind.Layers => HeadPairs.Between(first, second),
            _ => plan.IsMatched ? HeadPairs.WithinLayers(first, second) : HeadPairs.SameNumber(first, second),
        };
        ImmutableArray<ComparedExample> examples = [.. a.Run.Compared.Zip(b.Run.Compared, (x, y) => new ComparedExample(x.Index, y.Index, ExampleComparer.Compare(x.Load(), y.Load(), heads)))];
        return new(a.Run.ModelId, b.Run.ModelId, heads, examples)
        {
            Matches = plan.IsMatched ? HeadMatcher.Match(heads, [.. examples.Select(e => e.Distances)], [true, false, true, false]) : [],
        };
    }
}
