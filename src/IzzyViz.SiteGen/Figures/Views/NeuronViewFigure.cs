using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

internal sealed record NeuronViewOptions
{
    public static readonly NeuronViewOptions Default = new();

    public string Slug { get; init; } = "neuron-view";

    public string HeadName { get; init; } = "this head";

    /// <summary>Dimensions drawn; the others are in the sums all the same.</summary>
    public int Dimensions { get; init; } = 32;

    /// <summary>Keys drawn, strongest scores first; the others are in the softmax all the same.</summary>
    public int MostKeys { get; init; } = 64;
}

/// <summary>The neuron view of BertViz (Vig 2019), static: how one query comes to its weights, dimension by dimension.</summary>
internal static class NeuronViewFigure
{
    public static Figure Draw(QueryKeyVectors vectors, NeuronViewOptions options)
    {
        var products = new QueryKeyProducts(vectors);
        var layout = new NeuronLayout(vectors, products, options);
        var query = vectors.Queries.Tokens[vectors.Query].Label;
        return new()
        {
            Slug = options.Slug,
            Title = $"How “{query}” attends in {options.HeadName}",
            Description = Description(vectors, products),
            HowToRead = "The top row is the query vector. Each further row is a key: its own vector, the product with the query element by element, the sum of the products, "
                + "the sum scaled, and the weight the softmax makes of it. Columns are dimensions, those with the largest products first.",
            Legend = Legend(products, layout),
            Scene = layout.Compose(),
        };
    }

    private static string Legend(QueryKeyProducts products, NeuronLayout layout)
    {
        var (dimensions, keys) = (products.Dimensions.Length - layout.Dimensions.Length, products.Keys.Length - layout.Rows.Length);
        return $"Colour diverges about 0: to {FigureNumber.Tick(layout.VectorLimit, layout.VectorLimit)} either way for vectors, to {FigureNumber.Tick(layout.ProductLimit, layout.ProductLimit)} for products. Scores are the sums times {FigureNumber.Plain(products.Scale)}."
            + (dimensions > 0 ? $" {FigureNumber.Count(dimensions)} weaker dimensions are not drawn, but are in the sums." : "")
            + (keys > 0 ? $" {FigureNumber.Count(keys)} keys with weaker scores are not drawn, but are in the softmax." : "")
            + (products.Deviation is { } deviation ? $" The weights the model itself gave differ by {(deviation < 5e-4 ? "less than 0.001" : FigureNumber.Score(deviation))} at most{(deviation < 0.01 ? "." : ": something else, such as a position bias, is added to its scores.")}" : "");
    }

    private static string Description(QueryKeyVectors vectors, QueryKeyProducts products)
    {
        var strongest = products.Softmax.Index().OrderByDescending(s => s.Item).Take(3)
            .Select(s => $"“{vectors.Keys.Tokens[products.Keys[s.Index]].Label}” {FigureNumber.Score(s.Item)}");
        return $"One query of {products.Dimensions.Length} dimensions against {products.Keys.Length} keys. Strongest weights: {string.Join(", ", strongest)}. "
            + $"Dimensions with the largest products: {string.Join(", ", products.Dimensions.Take(5))}.";
    }
}
