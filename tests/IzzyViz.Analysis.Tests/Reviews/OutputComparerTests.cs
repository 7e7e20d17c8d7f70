using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tests.Summaries;

namespace IzzyViz.Analysis.Tests.Reviews;

public sealed class OutputComparerTests
{
    private static readonly OutputRow Yes = new("yes", 0.9, 0.8, 0.1, true, null);

    [Fact]
    public void Other_answers_are_listed_by_row()
    {
        var changes = Compare([Yes, Yes], [Yes, new("no", 0.6, 0.2, 0.9, false, null)]);

        Assert.Equal(new AnswerFlip("r1", "yes", "no", true, false), Assert.Single(changes.Flips));
        Assert.Equal((2, 1), (changes.Compared, changes.Changed));
        Assert.Equal(new AccuracyChange(2, 1, 0.5), changes.Accuracy);
        Assert.Equal(0.4, changes.Loss!.Change, 1e-12);
        Assert.Equal(-0.3, changes.Margin!.Change, 1e-12);
    }

    [Fact]
    public void Another_probability_is_a_change_without_a_flip()
    {
        var changes = Compare([Yes], [Yes with { Probability = 0.89 }]);

        Assert.Empty(changes.Flips);
        Assert.Equal(1, changes.Changed);
    }

    [Fact]
    public void A_near_tie_may_swap_its_answers()
    {
        var tie = new OutputRow("yes", 0.5, 0.00005, null, null, null);

        Assert.Equal(0, Compare([tie], [tie with { Answer = "no" }]).Changed);
        Assert.Single(Compare([tie], [tie with { Answer = "no", Margin = 0.01 }]).Flips);
    }

    [Fact]
    public void Answers_without_a_margin_flip_when_they_differ()
    {
        var text = new OutputRow("2024-01-02", null, null, null, null, null);

        Assert.Single(Compare([text], [text with { Answer = "2024-02-01" }]).Flips);
    }

    [Fact]
    public void Vectors_are_compared_by_angle_and_not_by_length()
    {
        static OutputRow Vector(params float[] v) => new("", null, null, null, null, [.. v]);
        var changes = Compare([Vector(1, 0), Vector(1, 0)], [Vector(2, 0), Vector(3, 4)]);

        Assert.Equal(1, changes.Changed);
        Assert.Equal((2, "r1"), (changes.Embedding!.Count, changes.Embedding.LowestExample));
        Assert.Equal(0.6, changes.Embedding.LowestCosine, 1e-6);
        Assert.Equal(0.8, changes.Embedding.MeanCosine, 1e-6);
    }

    [Fact]
    public void A_vector_of_another_length_is_a_change_without_an_angle()
    {
        var changes = Compare([Yes with { Embedding = [1f] }], [Yes with { Embedding = [1f, 2f] }]);

        Assert.Equal(1, changes.Changed);
        Assert.Null(changes.Embedding);
    }

    private static OutputChanges Compare(OutputRow[] before, OutputRow[] after)
    {
        static RunTable Table(OutputRow[] rows) => Tables.Of(1, [.. rows.Select((o, e) => Tables.Row($"r{e}", outputs: o))], (_, _, _) => 0);
        return ReviewComparer.Compare([Table(before)], [Table(after)], new ReviewOptions()).Runs[0].Outputs;
    }
}
