using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Storage;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <param name="Maps">Where the examples with maps are kept.</param>
internal sealed record ComparedRun(RunContent Content, ImmutableArray<ShownResult> Maps);

/// <summary>Takes the distances of every comparison of a plan, one example at a time.</summary>
internal sealed class ComparisonStage(ExampleComparer comparer, ImmutableArray<ComparedRun> runs)
{
    public ImmutableArray<ComparisonContent> Compare(ImmutableArray<ComparisonPlan> plans, IStages stages)
    {
        if (plans.IsEmpty)
        {
            return [];
        }

        var stage = stages.Begin("comparisons", plans.Length);
        var comparisons = ImmutableArray.CreateBuilder<ComparisonContent>();
        foreach (var plan in plans)
        {
            comparisons.Add(new(plan, [.. plan.Slices.Select(slice => Compare(plan, slice))]));
            stage.Advance();
        }

        return comparisons.ToImmutable();
    }

    private ComparedSlice Compare(ComparisonPlan plan, string slice)
    {
        var sides = plan.Sides.Select(s => (Side: s, Run: runs.Single(r => r.Content.ModelId == s.Model && r.Content.SliceId == slice))).ToArray();
        var pairs = SidePairs.Of(plan).Select(p => new PairOfRuns(sides[p.First].Run, sides[p.Second].Run, Heads(plan, sides[p.First], sides[p.Second]))).ToArray();
        var found = pairs.Select(_ => ImmutableArray.CreateBuilder<ComparedExample>()).ToArray();

        // Example by example, so that the maps of one example are loaded once for all pairs.
        foreach (var hash in pairs.SelectMany(p => p.Shared(plan.Examples)).Distinct(StringComparer.Ordinal))
        {
            for (var i = 0; i < pairs.Length; i++)
            {
                found[i].AddRange(pairs[i].Compare(hash, comparer));
            }
        }

        return new(slice, [.. pairs.Select((p, i) => p.ToContent(plan, found[i].ToImmutable()))]);
    }

    private static HeadPairs Heads(ComparisonPlan plan, (ComparedSide Side, ComparedRun Run) first, (ComparedSide Side, ComparedRun Run) second)
    {
        ImmutableArray<HeadAddress> a = [.. first.Run.Content.Table.Heads.Where(first.Side.Takes)];
        ImmutableArray<HeadAddress> b = [.. second.Run.Content.Table.Heads.Where(second.Side.Takes)];
        return (plan.Kind, a, b) switch
        {
            (_, [], _) or (_, _, []) => new("none", []),
            (ComparisonKind.Heads, _, _) => HeadPairs.One(a[0], b[0]),
            (ComparisonKind.Layers, _, _) => HeadPairs.Between(a, b),
            _ => plan.IsMatched ? HeadPairs.WithinLayers(a, b) : HeadPairs.SameNumber(a, b),
        };
    }
}

/// <summary>Two runs over one slice and the heads to compare.</summary>
internal sealed class PairOfRuns(ComparedRun first, ComparedRun second, HeadPairs heads)
{
    private readonly Dictionary<string, ShownResult> _first = ByHash(first);
    private readonly Dictionary<string, ShownResult> _second = ByHash(second);

    /// <summary>Content hashes of the first so many examples that both have, in the order of the first.</summary>
    public IEnumerable<string> Shared(int count) =>
        first.Maps.Select(m => first.Content.Table.Examples[m.Index].ContentHash).Distinct(StringComparer.Ordinal).Where(_second.ContainsKey).Take(count);

    public IEnumerable<ComparedExample> Compare(string hash, ExampleComparer comparer)
    {
        if (_first.TryGetValue(hash, out var a) && _second.TryGetValue(hash, out var b))
        {
            yield return new(a.Index, b.Index, comparer.Compare(a.Key, b.Key, heads));
        }
    }

    public ComparedPair ToContent(ComparisonPlan plan, ImmutableArray<ComparedExample> examples)
    {
        var halves = HeadMatcher.Halves([.. examples.Select(e => first.Content.Table.Examples[e.First].ContentHash)]);
        return new(first.Content.ModelId, second.Content.ModelId, heads, examples)
        {
            Matches = plan is { IsMatched: true, Kind: ComparisonKind.Models or ComparisonKind.Repeats or ComparisonKind.Checkpoints }
                ? HeadMatcher.Match(heads, [.. examples.Select(e => e.Distances)], halves)
                : [],
        };
    }

    private static Dictionary<string, ShownResult> ByHash(ComparedRun run)
    {
        var found = new Dictionary<string, ShownResult>(StringComparer.Ordinal);
        foreach (var map in run.Maps)
        {
            found.TryAdd(run.Content.Table.Examples[map.Index].ContentHash, map);
        }

        return found;
    }
}
