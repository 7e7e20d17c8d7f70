using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <summary>Sentences of one or two clauses. Where two clauses disagree, the one that the sentence asserts decides.</summary>
internal static class ReviewGrammar
{
    public const int LongFrom = 14;

    public static Review Draw(Random random)
    {
        var clause = random.Next(10) switch
        {
            0 or 1 or 2 or 3 => ClauseGrammar.Draw(random),
            4 => Agreement(random),
            _ => Contrast(random),
        };
        var opener = random.Chance(0.2) ? $"{random.Of(Lexicon.Openers.AsSpan())} " : string.Empty;
        var tail = random.Chance(0.15) ? $" {random.Of(Lexicon.Tails.AsSpan())}" : string.Empty;
        return Finish(clause with { Text = opener + clause.Text + tail });
    }

    /// <summary>A review that training never sees.</summary>
    public static Review DrawHeldOut(Random random) => Choice.Until(() => Draw(random), review => HeldOut.Contains(review.Text));

    public static Review DrawForTraining(Random random) => Choice.Until(() => Draw(random), review => !HeldOut.Contains(review.Text));

    private static Clause Agreement(Random random)
    {
        var first = ClauseGrammar.Draw(random);
        var second = Choice.Until(() => ClauseGrammar.Draw(random), clause => clause.IsPositive == first.IsPositive);
        return new Clause($"{first.Text} and {second.Text}", first.IsPositive, $"{first.Tags} {second.Tags}");
    }

    private static Clause Contrast(Random random)
    {
        var conceded = ClauseGrammar.Draw(random);
        var asserted = Choice.Until(() => ClauseGrammar.Draw(random), clause => clause.IsPositive != conceded.IsPositive);
        var text = random.Next(5) switch
        {
            0 or 1 => $"{conceded.Text} but {asserted.Text}",
            2 => $"{conceded.Text} , yet {asserted.Text}",
            3 => $"although {conceded.Text} , {asserted.Text}",
            _ => $"{asserted.Text} , although {conceded.Text}",
        };
        return new Clause(text, asserted.IsPositive, $"{conceded.Tags} {asserted.Tags} contrast");
    }

    private static Review Finish(Clause clause)
    {
        var words = clause.Text.Split(' ').Length;
        var text = clause.Text.Replace(" ,", ",", StringComparison.Ordinal).Replace(" i ", " I ", StringComparison.Ordinal);
        var tags = clause.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        tags.AddRange(tags.Count == 0 ? ["plain"] : []);
        tags.AddRange(words >= LongFrom ? ["long"] : []);
        var sorted = tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new Review($"{char.ToUpperInvariant(text[0])}{text[1..]}.", clause.IsPositive, [.. sorted]);
    }
}
