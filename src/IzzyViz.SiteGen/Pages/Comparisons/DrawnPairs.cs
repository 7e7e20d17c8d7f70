using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Chooses examples and heads that show a difference, and draws them.</summary>
internal static class DrawnPairs
{
    /// <summary>The examples in which some pair of heads is furthest apart, each with that pair.</summary>
    public static ImmutableArray<DrawnPair> Furthest(ComparisonView view, ComparedPair pair, int count)
    {
        var chosen = pair.Examples
            .Select(e => (Example: e, Heads: Furthest(pair, e)))
            .Where(c => c.Heads is not null)
            .OrderByDescending(c => c.Heads!.Value.Distance)
            .Take(count);
        return [.. chosen.Select((c, i) => Draw(view, pair, c.Example, (c.Heads!.Value.Heads, c.Heads.Value.Distance, $"{i}"))).OfType<DrawnPair>()];
    }

    /// <summary>One pair of heads in the examples where it is furthest apart and where it is nearest.</summary>
    public static ImmutableArray<DrawnPair> Extremes(ComparisonView view, ComparedPair pair, int index)
    {
        var known = pair.Examples.Where(e => !float.IsNaN(e.Distances.Distances[index])).OrderByDescending(e => e.Distances.Distances[index]).ToList();
        ComparedExample[] chosen = known.Count > 1 ? [known[0], known[^1]] : [.. known];
        return [.. chosen.Select((e, i) => Draw(view, pair, e, (pair.Heads.Pairs[index], e.Distances.Distances[index], $"{i}"))).OfType<DrawnPair>()];
    }

    /// <summary>Null where a side has no map of its head.</summary>
    public static DrawnPair? Draw(ComparisonView view, ComparedPair pair, ComparedExample example, (HeadPair Heads, double Distance, string Slug) what)
    {
        var (a, b) = (view.Run(pair.First, view.Main.SliceId), view.Run(pair.Second, view.Main.SliceId));
        if (Maps(a, b, example, what.Heads) is not { } maps)
        {
            return null;
        }

        var names = new DrawnNames(what.Slug, Name(view, pair.First, what.Heads.First), Name(view, pair.Second, what.Heads.Second));
        var (difference, first, second) = ComparisonFigures.Maps(view.Path, maps, names);
        var heads = what.Heads.First == what.Heads.Second ? view.NameOf(pair.First, what.Heads.First) : $"{names.First} and {names.Second}";
        return new($"{heads}, {Distance.Text(what.Distance)} apart, in", Named((b, example.Second), (a, example.First)), difference, first, second)
        {
            // One per page: a path per shade, but an arc per cell.
            Circles = what.Slug == "0" ? KindFigures.Circles(view.Path, maps, names) : null,
        };
    }

    public static MapDifference? Maps(RunContent a, RunContent b, ComparedExample example, HeadPair heads)
    {
        var (first, second) = (Load(a, example.First), Load(b, example.Second));
        var (mapA, mapB) = (first?.Maps.FirstOrDefault(m => m.Head == heads.First), second?.Maps.FirstOrDefault(m => m.Head == heads.Second));
        if (mapA is null || mapB is null)
        {
            return null;
        }

        var (x, y) = new SharedTokens(first!, second!, example.Distances.Source, example.Distances.Target).Bring(mapA, mapB);
        return new(x, y);
    }

    public static ExampleSummary? Load(RunContent run, int index) => run.Compared.FirstOrDefault(s => s.Index == index)?.Load();

    private static (HeadPair Heads, double Distance)? Furthest(ComparedPair pair, ComparedExample example)
    {
        // Of matched heads only those that go together are compared.
        var wanted = pair.Matches.IsEmpty ? null : MatchedHeads.Of(pair.Matches).ToHashSet();
        var known = pair.Heads.Pairs.Select((heads, i) => (Heads: heads, Distance: (double)example.Distances.Distances[i]))
            .Where(d => !double.IsNaN(d.Distance) && (wanted is null || wanted.Contains(d.Heads))).ToList();
        return known.Count == 0 ? null : known.MaxBy(d => d.Distance);
    }

    private static string Name(ComparisonView view, string model, HeadAddress head) => $"{view.Label(model)} / {view.NameOf(model, head)}";

    /// <summary>The example by its id, with the page of the first side that has one.</summary>
    private static NamedThing Named(params (RunContent Run, int Index)[] sides)
    {
        var id = sides[0].Run.Table.Examples[sides[0].Index].Id;
        var shown = sides.FirstOrDefault(s => s.Run.Shown.Any(e => e.Index == s.Index));
        return new(id, shown.Run is { } run ? new(id, SiteAddresses.Example(run.ModelId, run.SliceId, run.Table.Examples[shown.Index].Id)) : null);
    }
}

/// <summary>The pairs of heads that matches say go together.</summary>
internal static class MatchedHeads
{
    public static IEnumerable<HeadPair> Of(ImmutableArray<HeadMatch> matches) =>
        matches.SelectMany(m => m.To.Select((to, from) => new HeadPair(new(m.Kind, m.Layer, from), new(m.Kind, m.Layer, to))));
}
