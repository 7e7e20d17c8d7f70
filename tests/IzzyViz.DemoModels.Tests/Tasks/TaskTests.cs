using IzzyViz.DemoModels.Operations;
using IzzyViz.DemoModels.Tasks;
using IzzyViz.DemoModels.Tasks.Dates;
using IzzyViz.DemoModels.Tasks.Induction;
using IzzyViz.DemoModels.Tasks.Polarity;

namespace IzzyViz.DemoModels.Tests.Tasks;

public sealed class TaskTests
{
    [Theory]
    [InlineData("long", "3 March 1997|3 March, 1997")]
    [InlineData("ordinal", "the 3rd of March, 1997|3rd March 1997|March 3rd, 1997")]
    [InlineData("words", "the third of March 1997|March the third, 1997")]
    [InlineData("weekday", "Monday, 3 March 1997|Mon 3 Mar 1997|Monday the 3rd of March, 1997")]
    [InlineData("dotted", "3.3.1997|03.03.1997|03.03.97")]
    [InlineData("apostrophe", "3 Mar '97|March 3, '97")]
    public void A_style_writes_the_date_in_one_of_its_ways(string style, string ways)
    {
        var random = new Random(3);
        var written = Enumerable.Range(0, 60).Select(_ => DateStyles.Write(random, new DateOnly(1997, 3, 3), style).Text);
        Assert.Equal(ways.Split('|').Order(StringComparer.Ordinal), written.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, "st")]
    [InlineData(12, "th")]
    [InlineData(22, "nd")]
    [InlineData(31, "st")]
    public void Ordinals_have_their_endings(int day, string ending) =>
        Assert.Contains($"{day}{ending}", DateStyles.Write(new Random(0), new(2000, 1, day), "ordinal").Text, StringComparison.Ordinal);

    [Fact]
    public void No_training_text_is_held_out()
    {
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            Assert.False(HeldOut.Contains(ReviewGrammar.DrawForTraining(random).Text));
            Assert.True(HeldOut.Contains(ReviewGrammar.DrawHeldOut(random).Text));
            Assert.False(HeldOut.Contains(DateStyles.DrawForTraining(random).Iso));
        }
    }

    [Fact]
    public void Both_opinions_are_as_frequent_and_no_tag_gives_the_answer_away()
    {
        var random = new Random(2);
        var reviews = Enumerable.Range(0, 4000).Select(_ => ReviewGrammar.Draw(random)).ToArray();
        Assert.InRange(Positive(reviews), 0.47, 0.53);
        foreach (var tag in new[] { "negation", "contrast", "not-only" })
        {
            Assert.InRange(Positive(reviews.Where(review => review.Tags.Contains(tag))), 0.44, 0.56);
        }

        static double Positive(IEnumerable<Review> some) => some.Average(review => review.IsPositive ? 1.0 : 0.0);
    }

    [Fact]
    public void Repetition_is_asked_for_from_its_second_word_on()
    {
        var sample = InductionTask.ToRepetition(new WordSequence(["cat", "dog", "cat", "dog"], 2));
        Assert.Equal(5, sample.Ids.Length);
        const int Ignored = CrossEntropy.Ignored;
        Assert.Equal([Ignored, Ignored, Ignored, sample.Ids[4], Ignored], sample.Targets);
    }
}
