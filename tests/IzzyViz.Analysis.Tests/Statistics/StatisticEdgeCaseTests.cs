using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Tests.Statistics;

public sealed class StatisticEdgeCaseTests
{
    private static readonly double Ln2 = Math.Log(2);

    [Fact]
    public void One_token_that_sees_only_itself_has_no_value_at_all()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Causal(1, 1), 5);

        Assert.All(StatisticCatalogue.All, d => Assert.Equal(double.NaN, d.Measure(new AttentionView([1f], axes))));
    }

    [Fact]
    public void Zero_weight_adds_nothing_to_entropy()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Full(2, 2), 1, 2);

        Assert.Equal(Ln2 / 2, Entropy.Definition.Measure(new AttentionView([1f, 0f, 0.5f, 0.5f], axes)), 1e-12);
    }

    [Fact]
    public void Uniform_rows_have_normalized_entropy_one_whatever_they_see()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Causal(3, 3), 1, 2, 3);

        Assert.Equal(1, NormalizedEntropy.Definition.Measure(new AttentionView([1f, 0, 0, 0.5f, 0.5f, 0, 1 / 3f, 1 / 3f, 1 / 3f], axes)), 1e-7);
    }

    [Fact]
    public void Weight_in_masked_cells_is_absent()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.From(2, 3, (_, j) => j != 1), 1, 2, 3) with { Queries = ReferenceMatrices.Tokens(7, 8) };
        float[] weights = [0.25f, 9f, 0.75f, 0.5f, float.NaN, 0.5f];

        Assert.Equal((0.75 + 0.5) / 2, Confidence.Definition.Measure(new AttentionView(weights, axes)), 1e-12);
        Assert.Equal((0.25 + 0.5) / 2, SinkMass.Definition.Measure(new AttentionView(weights, axes)), 1e-12);
    }

    [Fact]
    public void With_left_padding_the_first_token_is_the_first_that_is_seen()
    {
        // Position 0 is padding: no query sees it and its own row sees nothing.
        var axes = ReferenceMatrices.Axes(AttentionMask.From(3, 3, (i, j) => i > 0 && j > 0), 0, 1, 2);
        float[] weights = [0, 0, 0, 0, 0.9f, 0.1f, 0, 0.3f, 0.7f];

        Assert.Equal(0.3, SinkMass.Definition.Measure(new AttentionView(weights, axes)), 1e-7);
        Assert.Equal((0.1 + 0.3) / 2, AttentionDistance.Definition.Measure(new AttentionView(weights, axes)), 1e-7);
    }

    [Fact]
    public void Cached_keys_shift_the_positions_of_queries()
    {
        var keys = ReferenceMatrices.Tokens(1, 2, 3);
        var axes = new AttentionAxes(ReferenceMatrices.Tokens(3), keys, AttentionMask.Causal(1, 3));

        var (previous, self, distance) = Decoder(axes, [0.2, 0.3, 0.5]);

        Assert.Equal(0.3, previous, 1e-12);
        Assert.Equal(0.5, self, 1e-12);
        Assert.Equal((0.2 * 2) + (0.3 * 1), distance, 1e-12);
    }

    [Fact]
    public void Mass_on_no_token_counts_as_one_further_key()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Full(1, 2), 1, 2) with { Queries = ReferenceMatrices.Tokens(9) };
        var view = new AttentionView([0.25f, 0.25f], axes);

        Assert.Equal(1.5 * Ln2, Entropy.Definition.Measure(view), 1e-12);
        Assert.Equal(1.5 * Ln2 / Math.Log(3), NormalizedEntropy.Definition.Measure(view), 1e-12);
    }

    [Fact]
    public void Rows_with_negative_weights_have_no_entropy_but_keep_their_other_numbers()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Full(2, 2), 1, 2);
        var view = new AttentionView([1.25f, -0.25f, 0.5f, 0.5f], axes);

        Assert.Equal(Ln2, Entropy.Definition.Measure(view), 1e-12);
        Assert.Equal(0.5, PreviousToken.Definition.Measure(view), 1e-12);
        Assert.Equal((1.25 + 0.5) / 2, Confidence.Definition.Measure(view), 1e-12);
    }

    [Fact]
    public void The_largest_of_only_negative_weights_is_negative()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Full(1, 3), 1, 2, 3) with { Queries = ReferenceMatrices.Tokens(9) };

        Assert.Equal(-0.25, Confidence.Definition.Measure(new AttentionView([-0.5f, -0.25f, -0.5f], axes)));
    }

    [Fact]
    public void Not_a_number_in_a_row_that_counts_leaves_no_value()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Full(2, 2), 1, 2);

        Assert.Equal(double.NaN, Entropy.Definition.Measure(new AttentionView([float.NaN, 0.5f, 0.5f, 0.5f], axes)));
    }

    [Fact]
    public void Special_token_mass_is_asked_of_words_only()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Full(3, 3), -1, 5, -2);

        Assert.Equal(0.6, SpecialTokenMass.Definition.Measure(new AttentionView([1, 0, 0, 0.5f, 0.4f, 0.1f, 0, 0, 1], axes)), 1e-7);
    }

    [Fact]
    public void Special_tokens_are_no_copies_of_each_other()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Full(3, 3), -2, 5, -2);

        Assert.Equal(double.NaN, DuplicateToken.Definition.Measure(new AttentionView(new float[9], axes)));
    }

    [Fact]
    public void Two_rows_are_too_few_for_an_induction_score()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Causal(4, 4), 1, 2, 1, 2);

        Assert.Equal(double.NaN, Induction.Definition.Measure(new AttentionView(Uniform(4), axes)));
        Assert.Equal(0.25, Induction.Definition.Row!.Invoke(LastRow(axes)).Value, 1e-7);
    }

    [Fact]
    public void Rows_that_count_are_counted()
    {
        var axes = ReferenceMatrices.Axes(AttentionMask.Causal(4, 4), 1, 2, 1, 2);
        var (results, rows) = (new double[2], new int[2]);

        new HeadStatistics(axes, AttentionKind.Decoder, [Induction.Definition, Entropy.Definition]).Compute<float>(Uniform(4), results, rows);

        Assert.Equal([2, 3], rows);
    }

    [Theory]
    [InlineData(AttentionKind.Decoder, "next-token")]
    [InlineData(AttentionKind.Vision, "next-token previous-token attention-distance duplicate-token induction")]
    [InlineData(AttentionKind.Cross, "self next-token previous-token attention-distance duplicate-token induction")]
    public void Statistics_that_make_no_sense_for_a_kind_have_no_value(AttentionKind kind, string without)
    {
        var ids = kind == AttentionKind.Cross ? ReferenceMatrices.Tokens(1, 2, 1, 2, 1, 2, 1) : ReferenceMatrices.Tokens(1, -2, 1, 2, 1, 2, 1, 2);
        var axes = new AttentionAxes(ids, ReferenceMatrices.Tokens(1, -2, 1, 2, 1, 2, 1, 2), AttentionMask.Full(ids.Count, 8));
        var results = new double[StatisticCatalogue.All.Length];

        new HeadStatistics(axes, kind, StatisticCatalogue.All).Compute<float>(Enumerable.Repeat(1 / 8f, ids.Count * 8).ToArray(), results);

        var undefined = StatisticCatalogue.All.Where((_, k) => double.IsNaN(results[k])).Select(d => d.Id);
        Assert.Equal(without.Split(' ').Order(StringComparer.Ordinal), undefined.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Self_attention_with_more_queries_than_keys_has_no_value()
    {
        var axes = new AttentionAxes(ReferenceMatrices.Tokens(1, 2, 3), ReferenceMatrices.Tokens(1, 2), AttentionMask.Full(3, 2));
        var results = new double[StatisticCatalogue.All.Length];

        new HeadStatistics(axes, AttentionKind.Encoder, StatisticCatalogue.All).Compute<float>(new float[6], results);

        Assert.All(results, r => Assert.Equal(double.NaN, r));
    }

    [Fact]
    public void Weights_that_do_not_fill_the_axes_are_refused()
    {
        var statistics = new HeadStatistics(ReferenceMatrices.Axes(AttentionMask.Full(2, 2), 1, 2), AttentionKind.Encoder, [Entropy.Definition]);

        Assert.Throws<ArgumentException>(() => statistics.Compute<float>(new float[3], new double[1]));
    }

    private static float[] Uniform(int n) => Enumerable.Repeat(1f / n, n * n).ToArray();

    private static AttentionRow LastRow(AttentionAxes axes)
    {
        var index = new AxesIndex(axes, isSelf: true);
        double[] weights = [0.25, 0.25, 0.25, 0.25];
        return new AttentionRow(index, index.Rows[^1], weights, RowSums.Of(weights, 4));
    }

    private static (double Previous, double Self, double Distance) Decoder(AttentionAxes axes, double[] weights)
    {
        var results = new double[3];
        new HeadStatistics(axes, AttentionKind.Decoder, [PreviousToken.Definition, SelfToken.Definition, AttentionDistance.Definition])
            .Compute<double>(weights, results);
        return (results[0], results[1], results[2]);
    }
}
