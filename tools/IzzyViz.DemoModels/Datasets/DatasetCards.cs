using IzzyViz.DemoModels.Cards;
using IzzyViz.DemoModels.Tasks.Dates;

namespace IzzyViz.DemoModels.Datasets;

/// <summary>What each dataset is, how it was made, what its columns mean and what it is not good for.</summary>
internal static class DatasetCards
{
    private const string Making = """
        - **How made**: `dotnet run --project tools/IzzyViz.DemoModels -c Release -- datasets --out datasets` writes the same bytes every time.
        - **Licence**: MIT, like the project. No text was taken from anybody.
        """;

    public static string Reviews() => $"""
        # reviews.jsonl

        {ReviewsDataset.Reviews.Length} short English reviews with the opinion they express, from the grammar the `polarity` model was trained on, but none of the
        sentences it was trained on.

        {Making}

        | column | meaning |
        | --- | --- |
        | `id` | `review-001` … |
        | `sentence` | the review |
        | `label` | `positive` or `negative`: what the sentence asserts in the end |
        | `tags` | a list; which constructions it holds |

        {Tags(ReviewsDataset.Reviews.SelectMany(review => review.Tags))}

        `negation` turns a word around, `not-only` holds a negation that turns nothing, `contrast` has two clauses that disagree, `intensifier` a
        degree adverb, `long` 14 words or more, `plain` none of the constructions. `unicode` rows were written by hand: accents, other
        scripts and emoji, most of which the model's tokenizer reads as `[UNK]`.

        **Limits**: artificial sentences of one pattern each; the label is a rule, not a judgement. Labels are balanced by construction, words
        are not natural frequencies.

        """;

    public static string Sequences() => $"""
        # sequences.jsonl

        {SequencesDataset.Count} lists of animal names for the `induction` models, shortest first.

        {Making}

        | column | meaning |
        | --- | --- |
        | `id` | `sequence-001` … |
        | `text` | 10 to 38 words parted by blanks |
        | `tags` | the kind and `short` (20 words or fewer) or `long` |

        {Tags(SequencesDataset.Sequences.Select(sequence => sequence.Tag))}

        `repeated` is a block of distinct words twice; `half-repeated` repeats the first half of its block and goes on with new words; `random`
        repeats nothing. The order is random, so training cannot have seen any of them.

        **Limits**: no grammar, no meaning; lengths grow with the row number, so a range of rows is also a range of lengths.

        """;

    public static string Dates() => $"""
        # dates.tsv

        {DatesDataset.Count} dates as people write them and in ISO 8601, from {DateStyles.FirstYear} to {DateStyles.LastYear}; none of the dates was in the training data of the
        `dates` model in any style.

        {Making}

        | column | meaning |
        | --- | --- |
        | `id` | `date-001` … |
        | `text` | the date in words or numbers |
        | `target` | `yyyy-MM-dd` |
        | `style` | how it is written; styles take turns |

        {Tags(DatesDataset.Dates.Select(date => date.Style))}

        **Limits**: English only; dotted dates have the day first; a year of two digits means 1950 to 2049. Weekdays are right.

        """;

    private static string Tags(IEnumerable<string> tags) => MarkdownTable.Of(
        ["tag", "rows"],
        tags.CountBy(tag => tag, StringComparer.Ordinal).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new[] { $"`{tag.Key}`", $"{tag.Value}" }));
}
