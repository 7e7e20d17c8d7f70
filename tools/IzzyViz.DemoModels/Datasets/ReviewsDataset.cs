using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.DemoModels.Export;
using IzzyViz.DemoModels.Tasks.Polarity;

namespace IzzyViz.DemoModels.Datasets;

/// <summary>Held-out reviews, and a few in which names are written in other scripts.</summary>
internal static class ReviewsDataset
{
    public const int Generated = 312;
    private const int Seed = 2026;

    public static ImmutableArray<Review> Reviews { get; } =
    [
        .. Draw().Take(Generated),
        new("The café was not noisy at all.", true, ["negation", "unicode"]),
        new("The décor was dull but we loved the crème brûlée.", true, ["contrast", "unicode"]),
        new("The 寿司 was superb.", true, ["plain", "unicode"]),
        new("Nothing about the 音楽 was gripping.", false, ["negation", "unicode"]),
        new("The coffee ☕ was not bland, yet the cake 🍰 felt stale.", false, ["contrast", "negation", "unicode"]),
        new("We did not enjoy the 👩‍🍳 menu.", false, ["negation", "unicode"]),
        new("The борщ was far from cold.", true, ["negation", "unicode"]),
        new("Although the قهوة was weak, the view was lovely.", true, ["contrast", "unicode"]),
    ];

    public static string Rows() => string.Concat(Reviews.Select((review, i) => JsonText.Row(new JsonObject
    {
        ["id"] = $"review-{i + 1:000}",
        ["sentence"] = review.Text,
        ["label"] = review.Label,
        ["tags"] = JsonText.Strings(review.Tags),
    })));

    private static IEnumerable<Review> Draw()
    {
        var random = new Random(Seed);
        return Forever(() => ReviewGrammar.DrawHeldOut(random)).DistinctBy(review => review.Text, StringComparer.Ordinal);
    }

    private static IEnumerable<T> Forever<T>(Func<T> draw)
    {
        while (true)
        {
            yield return draw();
        }
    }
}
