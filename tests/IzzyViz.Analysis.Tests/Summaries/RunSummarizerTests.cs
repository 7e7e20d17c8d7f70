using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Tests.Summaries;

public sealed class RunSummarizerTests
{
    [Fact]
    public void Five_values_are_described_as_by_hand()
    {
        double[] values = [4, 1, double.NaN, 2, 8, 2];
        var summary = First(values);

        Assert.Equal((5, 1), (summary.Count, summary.Undefined));
        Assert.Equal(3.4, summary.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(7.8), summary.StandardDeviation, 1e-12);
        Assert.Equal((1, 2, 2, 4, 8), (summary.Minimum, summary.LowerQuartile, summary.Median, summary.UpperQuartile, summary.Maximum));
        Assert.Equal((1, 3, 4), (summary.LowestExample, summary.MedianExample, summary.HighestExample));
        Assert.Equal([4f, 1f, 2f, 8f, 2f], summary.Points);
        Assert.True(double.IsNaN(summary.IntervalLow) && double.IsNaN(summary.IntervalHigh));
    }

    [Fact]
    public void Quartiles_between_values_are_interpolated()
    {
        var summary = First([1, 2, 3, 4]);

        Assert.Equal((1.75, 2.5, 3.25), (summary.LowerQuartile, summary.Median, summary.UpperQuartile));
        Assert.Equal(1, summary.MedianExample);
    }

    [Fact]
    public void Nothing_defined_is_said_and_not_made_up()
    {
        var summary = First([double.NaN, double.NaN]);

        Assert.Equal((0, 2), (summary.Count, summary.Undefined));
        Assert.True(double.IsNaN(summary.Mean));
        Assert.Equal((-1, -1, -1), (summary.LowestExample, summary.MedianExample, summary.HighestExample));
    }

    [Fact]
    public void One_value_has_a_mean_and_no_deviation()
    {
        var summary = First([0.5]);

        Assert.Equal(0.5, summary.Mean);
        Assert.True(double.IsNaN(summary.StandardDeviation));
    }

    [Fact]
    public void From_thirty_examples_on_an_interval_replaces_the_points()
    {
        var summary = First([.. Enumerable.Range(0, 30).Select(e => e / 29.0)]);

        Assert.Empty(summary.Points);
        Assert.InRange(summary.Mean, summary.IntervalLow, summary.IntervalHigh);
    }

    [Fact]
    public void The_order_of_the_examples_does_not_change_a_number()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(e => Math.Sin(e * 1.3))];
        var (forwards, backwards) = (First(values), First([.. values.Reverse()]));

        Assert.Equal((forwards.Mean, forwards.StandardDeviation), (backwards.Mean, backwards.StandardDeviation));
        Assert.Equal((forwards.IntervalLow, forwards.IntervalHigh), (backwards.IntervalLow, backwards.IntervalHigh));
    }

    [Fact]
    public void Every_head_and_statistic_gets_its_own_column()
    {
        var summary = RunSummarizer.Summarize(Tables.Of(2, Tables.Rows(3), (e, h, s) => e + (10 * h) + (100 * s)));

        Assert.Equal([1.0, 101.0, 11.0, 111.0], summary.Heads.SelectMany(h => h.Statistics).Select(s => s.Mean));
        Assert.Equal(["entropy", "self"], summary.Heads[1].Statistics.Select(s => s.StatisticId));
    }

    [Fact]
    public void Outputs_are_averaged_over_the_rows_that_have_them()
    {
        ExampleRow[] rows =
        [
            Tables.Row("a", outputs: new("x", 0.5, 0.2, 1.0, true, null)),
            Tables.Row("b", outputs: new("x", 0.5, 0.4, null, false, null)),
            Tables.Row("c", outputs: new("", null, null, null, null, null)),
        ];

        var outputs = RunSummarizer.Summarize(Tables.Of(1, rows, (_, _, _) => 0)).Outputs;

        Assert.Equal((3, 2, 0.5, 1.0), (outputs.Count, outputs.Labelled, outputs.Accuracy, outputs.MeanLoss));
        Assert.Equal(0.3, outputs.MeanMargin!.Value, 1e-12);
    }

    [Fact]
    public void Rows_without_labels_have_no_accuracy()
        => Assert.Null(RunSummarizer.Summarize(Tables.Of(1, Tables.Rows(2), (_, _, _) => 0)).Outputs.Accuracy);

    private static StatisticSummary First(double[] values) =>
        RunSummarizer.Summarize(Tables.Of(1, Tables.Rows(values.Length), (e, _, _) => values[e])).Heads[0].Statistics[0];
}
