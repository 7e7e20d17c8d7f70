using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Models trained alike but for the seed: which heads come back, whatever their number, and how much they vary.</summary>
internal sealed record RepeatPage : ComparisonPage
{
    private const int MostRows = 8;

    [SetsRequiredMembers]
    private RepeatPage(ComparisonView view)
        : base(view)
    {
        var runs = view.MainRuns;
        var pairs = view.Main.Pairs;
        var matched = MatchedRepeats.Of(view);
        var together = MatchedSheet.Of(view, runs, MostRows);
        var modules = runs[0].Table.Modules.Length * pairs.Length;
        Reference = view.Label(runs[0].ModelId);
        Matches = [.. pairs.SelectMany(p => MatchRow.Of(view, p))];
        Matrices = [.. pairs.Where(p => !p.Matches.IsEmpty).Select(p => MatchFigures.Draw(view, p))];
        Unmatched = modules - pairs.Sum(p => p.Matches.Length);
        Spreads = StatisticSpread.Of(view, matched);
        Heads = StableHead.Of(view, matched);
        Results = [.. runs.Select(r => ResultRow.From(view.Site, r, new(view.Label(r.ModelId), SiteAddresses.Model(r.ModelId))))];
        Sheet = together.Sheet;
        Cells = together.Cells;
        Drawn = Drawings(view);
    }

    public override string Kind => "comparison-repeats";

    public string Reference { get; init; }

    public ImmutableArray<MatchRow> Matches { get; init; }

    public ImmutableArray<FigureView> Matrices { get; init; }

    /// <summary>Layers that could not be matched: other numbers of heads, or no maps on one half of the examples.</summary>
    public int Unmatched { get; init; }

    public ImmutableArray<StatisticSpread> Spreads { get; init; }

    public ImmutableArray<StableHead> Heads { get; init; }

    public ImmutableArray<ResultRow> Results { get; init; }

    public FigureView? Sheet { get; init; }

    /// <summary>The matched heads that vary least and most in that example, cell by cell.</summary>
    public ImmutableArray<FigureView> Cells { get; init; } = [];

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own => [.. Matrices, .. Spreads.SelectMany(s => new[] { s.Mean, s.Spread }), .. Sheet is null ? [] : new[] { Sheet }, .. Cells];

    public static RepeatPage From(ComparisonView view) => new(view);

    private static ImmutableArray<DrawnPair> Drawings(ComparisonView view)
    {
        var pairs = view.Main.Pairs.Where(p => !p.Matches.IsEmpty).ToList();
        return pairs.Count == 0 ? [] : DrawnPairs.Furthest(view, pairs[0], count: 1);
    }
}
