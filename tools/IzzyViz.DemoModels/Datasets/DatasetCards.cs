using IzzyViz.DemoModels.Cards;
using IzzyViz.DemoModels.Tasks.Dates;
using IzzyViz.DemoModels.Tasks.Polarity;

namespace IzzyViz.DemoModels.Datasets;

/// <summary>What each dataset is, how it was made, what its columns mean and what it is not good for.</summary>
internal static class DatasetCards
{
    public static string Reviews() => CardTemplate.Render("reviews", new
    {
        Rows = ReviewsDataset.Reviews.Length,
        LongFrom = ReviewGrammar.LongFrom,
        TagTable = MarkdownTable.Counts("tag", ReviewsDataset.Reviews.SelectMany(review => review.Tags)),
    });

    public static string Sequences() => CardTemplate.Render("sequences", new
    {
        Rows = SequencesDataset.Count,
        Shortest = SequencesDataset.Sequences.Min(SequencesDataset.Length),
        Longest = SequencesDataset.Sequences.Max(SequencesDataset.Length),
        ShortTo = SequencesDataset.ShortTo,
        TagTable = MarkdownTable.Counts("tag", SequencesDataset.Sequences.Select(sequence => sequence.Tag)),
    });

    public static string Dates() => CardTemplate.Render("dates-data", new
    {
        Rows = DatesDataset.Count,
        FirstYear = DateStyles.FirstYear,
        LastYear = DateStyles.LastYear,
        TagTable = MarkdownTable.Counts("style", DatesDataset.Dates.Select(date => date.Style)),
    });
}
