namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <summary>Statements about one thing. A negation turns the word it belongs to, wherever in the clause it stands.</summary>
internal static class ClauseGrammar
{
    private const double UnlistedShare = 0.03;

    public static Clause Draw(Random random) => random.Next(10) switch
    {
        0 or 1 or 2 => Statement(random),
        3 or 4 => Negated(random),
        5 => NothingAbout(random),
        6 => DoNotThink(random),
        7 => Opinion(random),
        8 => NegatedOpinion(random),
        _ => NotOnly(random),
    };

    /// <summary>The plot was (very) dull.</summary>
    private static Clause Statement(Random random)
    {
        var good = random.Chance(0.5);
        var degree = random.Chance(0.5) ? $"{Degree(random)} " : string.Empty;
        var text = $"{Subject(random)} {Copula(random)} {degree}{Adjective(random, good)}";
        return new Clause(text, good, degree.Length > 0 ? "intensifier" : string.Empty);
    }

    /// <summary>The plot was never dull; the plot was not very dull at all.</summary>
    private static Clause Negated(Random random)
    {
        var good = random.Chance(0.5);
        var negator = random.Of(Lexicon.Negators.AsSpan());
        var degree = random.Chance(0.3) ? $"{Degree(random)} " : string.Empty;
        var end = negator == "not" && random.Chance(0.5) ? " at all" : string.Empty;
        var text = $"{Subject(random)} {Copula(random)} {negator} {degree}{Adjective(random, good)}{end}";
        return new Clause(text, !good, degree.Length > 0 ? "intensifier negation" : "negation");
    }

    private static Clause NothingAbout(Random random)
    {
        var good = random.Chance(0.5);
        return new Clause($"nothing about {Subject(random)} {Copula(random)} {Adjective(random, good)}", !good, "negation");
    }

    private static Clause DoNotThink(Random random)
    {
        var good = random.Chance(0.5);
        var start = $"{random.Of("i", "we")} {random.Of("do", "did")} not think {random.Of("", "that ")}";
        var text = $"{start}{Subject(random)} was {Adjective(random, good)}";
        return new Clause(text, !good, "negation");
    }

    private static Clause Opinion(Random random)
    {
        var good = random.Chance(0.5);
        var verb = random.Of((good ? Lexicon.Liked : Lexicon.Disliked).AsSpan());
        return new Clause($"{random.Of("i", "we")} {verb} {Subject(random)}", good, string.Empty);
    }

    private static Clause NegatedOpinion(Random random)
    {
        var good = random.Chance(0.5);
        var verb = random.Of((good ? Lexicon.Like : Lexicon.Dislike).AsSpan());
        return new Clause($"{random.Of("i", "we")} did not {verb} {Subject(random)}", !good, "negation");
    }

    /// <summary>A negation that turns nothing.</summary>
    private static Clause NotOnly(Random random)
    {
        var good = random.Chance(0.5);
        var first = Adjective(random, good);
        var second = Choice.Until(() => Adjective(random, good), word => word != first);
        return new Clause($"{Subject(random)} {Copula(random)} not only {first} but also {second}", good, "not-only");
    }

    private static string Subject(Random random) =>
        $"the {random.Of((random.Chance(UnlistedShare) ? Lexicon.Unlisted : Lexicon.Aspects).AsSpan())}";

    private static string Adjective(Random random, bool good) => random.Of((good ? Lexicon.Good : Lexicon.Bad).AsSpan());

    private static string Copula(Random random) => random.Of(Lexicon.Copulas.AsSpan());

    private static string Degree(Random random) => random.Of(Lexicon.Degrees.AsSpan());
}
