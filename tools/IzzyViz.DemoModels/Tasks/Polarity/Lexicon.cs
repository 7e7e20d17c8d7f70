using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <summary>The words reviews are made of.</summary>
internal static class Lexicon
{
    public static ImmutableArray<string> Aspects { get; } = Words(
        "plot acting food service room battery screen music ending dialogue pacing staff price sound camera story cast coffee view bed " +
        "script menu dessert lighting location design keyboard soup hotel garden film novel concert meal cafe decor wine bread train tour");

    /// <summary>Words the vocabulary lacks on purpose, so that the unknown token is trained as a name for a thing.</summary>
    public static ImmutableArray<string> Unlisted { get; } = Words("ukulele gazebo zither bagpipe trombone pergola");

    public static ImmutableArray<string> Good { get; } = Words(
        "brilliant charming wonderful sharp warm delightful fresh clever moving superb lovely elegant gripping reliable crisp " +
        "excellent pleasant inspired generous splendid funny bright tasty honest beautiful");

    public static ImmutableArray<string> Bad { get; } = Words(
        "dull boring awful bland clumsy cold dreadful noisy weak stale tedious messy slow forgettable flimsy " +
        "terrible rude sloppy dreary shabby grim predictable greasy careless ugly");

    public static ImmutableArray<string> Degrees { get; } = Words("very really quite truly rather so utterly completely surprisingly");

    public static ImmutableArray<string> Copulas { get; } = Words("was felt seemed looked remained");

    /// <summary>Between copula and adjective; each turns the adjective around.</summary>
    public static ImmutableArray<string> Negators { get; } = ["not", "never", "hardly", "far from", "anything but"];

    public static ImmutableArray<string> Liked { get; } = Words("loved enjoyed liked admired");

    public static ImmutableArray<string> Disliked { get; } = Words("hated disliked regretted resented");

    public static ImmutableArray<string> Like { get; } = Words("love enjoy like admire");

    public static ImmutableArray<string> Dislike { get; } = Words("hate dislike regret resent");

    public static ImmutableArray<string> Openers { get; } =
    [
        "to be honest", "without a doubt", "after a long day", "for once", "as so often", "in the end", "on our last evening",
        "we came with friends and", "we did not expect it , but", "nobody had told us , but",
    ];

    public static ImmutableArray<string> Tails { get; } =
    [
        "from start to finish", "for the whole evening", "as far as we could tell", "on both days", "in every way", "this time",
    ];

    /// <summary>Words that only the patterns of <see cref="ReviewGrammar"/> hold.</summary>
    public static ImmutableArray<string> Connectives { get; } = Words(
        "the a i we it not at all nothing about do did think that only but also and although yet while , .");

    private static ImmutableArray<string> Words(string list) => [.. list.Split(' ')];
}
