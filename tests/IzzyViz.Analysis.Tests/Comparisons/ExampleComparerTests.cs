using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Storage;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Comparisons;

public sealed class ExampleComparerTests
{
    private static readonly HeadAddress Head = new(AttentionKind.Encoder, 0, 0);

    // Four tokens, of which the other tokenizer joins the middle two: their keys are summed and their queries averaged.
    private static readonly float[] Four = [0.4f, 0.3f, 0.2f, 0.1f, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.1f, 0.1f, 0.3f, 0, 0, 0, 1];

    private static readonly float[] Three = [0.4f, 0.5f, 0.1f, 0.3f, 0.35f, 0.35f, 0, 0, 1];

    [Fact]
    public void Keys_are_summed_and_queries_averaged()
    {
        var (first, second) = (Summary(Four, 4, (0, 1), (1, 2), (2, 3), (3, 4)), Summary(Three, 3, (0, 1), (1, 3), (3, 4)));
        var alignment = TokenAligner.Align(first.Source, second.Source);
        var (a, b) = new SharedTokens(first, second, alignment, null).Bring(first.Maps.Single(), second.Maps.Single());

        Assert.All(a.Weights.ToArray().Zip(Three), w => Assert.Equal(w.Second, w.First, 1e-6f));
        Assert.Equal(Three, b.Weights.ToArray());
        Assert.Equal(["a", "bc", "d"], a.Axes.Keys.Tokens.Select(t => t.Label));
    }

    [Fact]
    public void Maps_that_differ_only_in_the_tokenizer_are_nothing_apart()
    {
        var found = ExampleComparer.Compare(
            Summary(Four, 4, (0, 1), (1, 2), (2, 3), (3, 4)), Summary(Three, 3, (0, 1), (1, 3), (3, 4)), HeadPairs.One(Head, Head));
        Assert.Equal(0, Assert.Single(found.Distances), 1e-3f);
        Assert.Equal(1, found.Source!.Merged);
    }

    [Fact]
    public void A_key_that_only_one_side_has_is_masked_on_the_other()
    {
        var first = Summary([0.5f, 0.5f, 0.25f, 0.75f], 2, (0, 1), (1, 4));
        var second = Summary([1], 1, (1, 4));
        var (a, b) = new SharedTokens(first, second, TokenAligner.Align(first.Source, second.Source), null).Bring(first.Maps.Single(), second.Maps.Single());

        Assert.Equal((1, 2), (a.Axes.Queries.Count, a.Axes.Keys.Count));
        Assert.Equal([0.25f, 0.75f], a.Weights.ToArray());
        Assert.Equal((false, true, 1f), (b.Axes.Mask[0, 0], b.Axes.Mask[0, 1], b[0, 1]));
    }

    [Fact]
    public void What_was_compared_is_not_read_again_and_is_the_same()
    {
        using var folder = new TempFolder();
        var (store, loads) = (new ResultStore(folder["store"]), 0);
        var results = new Dictionary<StoreKey, ExampleSummary>
        {
            [StoreKey.Of(("a", ""))] = Summary(Four, 4, (0, 1), (1, 2), (2, 3), (3, 4)),
            [StoreKey.Of(("b", ""))] = Summary(Three, 3, (0, 1), (1, 3), (3, 4)),
        };
        var comparer = new ExampleComparer(store, key =>
        {
            loads++;
            return results[key];
        });
        var (first, second) = (comparer.Compare(StoreKey.Of(("a", "")), StoreKey.Of(("b", "")), HeadPairs.One(Head, Head)), comparer.Compare(StoreKey.Of(("a", "")), StoreKey.Of(("b", "")), HeadPairs.One(Head, Head)));

        Assert.Equal(2, loads);
        Assert.Equal(first.Distances, second.Distances);
        Assert.Equal(first.Source!.Groups, second.Source!.Groups);
    }

    [Fact]
    public void A_head_without_a_map_has_no_distance() =>
        Assert.True(float.IsNaN(ExampleComparer.Compare(Summary([1], 1, (0, 1)), Summary([1], 1, (0, 1)), HeadPairs.One(Head, Head with { Head = 7 })).Distances[0]));

    private static ExampleSummary Summary(float[] weights, int count, params (int Start, int End)[] spans)
    {
        var tokens = new TokenSequence { Texts = ["abcd"], Tokens = [.. spans.Select((s, i) => new Token(i, "abcd"[s.Start..s.End], s.Start, s.End, 0, false, 0, 0))] };
        var axes = new AttentionAxes(tokens, tokens, AttentionMask.Full(count, count));
        var module = new AttentionModule { Kind = AttentionKind.Encoder, Layer = 0, Heads = 1 };
        return new()
        {
            ExampleId = "x",
            Source = tokens,
            Modules = [new() { Module = module, Axes = axes, Check = new(0, 0, 0, true, true, true), Statistics = [[]], Maps = [new(Head, axes, weights)] }],
        };
    }
}
