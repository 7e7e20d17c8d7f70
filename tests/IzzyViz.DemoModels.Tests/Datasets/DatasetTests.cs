using System.Text.Json.Nodes;
using IzzyViz.DemoModels.Datasets;
using IzzyViz.DemoModels.Tasks;

namespace IzzyViz.DemoModels.Tests.Datasets;

public sealed class DatasetTests
{
    [Fact]
    public void No_row_was_trained_on()
    {
        Assert.All(ReviewsDataset.Reviews.Take(ReviewsDataset.Generated), review => Assert.True(HeldOut.Contains(review.Text)));
        Assert.All(DatesDataset.Dates, date => Assert.True(HeldOut.Contains(date.Iso)));
    }

    [Fact]
    public void Rows_have_ids_of_their_own_and_readable_text()
    {
        var rows = ReviewsDataset.Rows().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => JsonNode.Parse(row)!).ToArray();
        Assert.Equal(ReviewsDataset.Reviews.Select(review => review.Text), rows.Select(row => (string?)row["sentence"]));
        Assert.Equal(rows.Length, rows.Select(row => (string?)row["id"]).Distinct().Count());
        Assert.Equal(rows.Length - 8, rows.Count(row => !row["tags"]!.AsArray().Any(tag => (string?)tag == "unicode")));
        Assert.DoesNotContain(@"\u", ReviewsDataset.Rows(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_half_repeated_list_repeats_half_of_its_block_and_no_more()
    {
        foreach (var words in SequencesDataset.Sequences.Where(sequence => sequence.Tag == "half-repeated").Select(sequence => sequence.Words))
        {
            var block = words.Length / 2;
            Assert.Equal(words[..(block / 2)], words[block..(block + block / 2)]);
            Assert.Equal(words.Length - block / 2, words.Distinct().Count());
        }
    }
}
