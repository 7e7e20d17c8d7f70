using System.Numerics.Tensors;
using IzzyViz.SiteGen.Figures.Views;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Views;

public class QueryKeyProductsTests
{
    private static readonly QueryKeyVectors Two = new()
    {
        Queries = SampleMaps.Sequence(3),
        Keys = SampleMaps.Sequence(3),
        Query = 1,
        Q = [1, 2],
        K = new float[] { 1, 0, 0, 1, 3, 3 },
        Scale = 1,
        Sees = key => key < 2,
    };

    [Fact]
    public void Two_keys_worked_out_by_hand()
    {
        var products = new QueryKeyProducts(Two);
        Assert.Equal([0, 1], products.Keys);
        Assert.Equal([1, 2], products.Sums);
        Assert.Equal(1 / (1 + Math.E), products.Softmax[0], 12);
        Assert.Equal([1, 0], products.Dimensions);
        Assert.Null(products.Deviation);
        Assert.Equal(1 / (1 + Math.E), (products.Deviation ?? 0) + new QueryKeyProducts(Two with { Weights = [0, 1, 0] }).Deviation!.Value, 6);
    }

    [Fact]
    public void Sums_and_weights_are_those_of_tensor_primitives()
    {
        var vectors = SampleVectors.Of(20, 48);
        var products = new QueryKeyProducts(vectors);
        var scores = Enumerable.Range(0, 20).Select(k => TensorPrimitives.Dot(vectors.Q.AsSpan(), vectors.K.Span.Slice(k * 48, 48)) / MathF.Sqrt(48)).ToArray();
        var softmax = new float[20];
        TensorPrimitives.SoftMax(scores, softmax);
        Assert.All(Enumerable.Range(0, 20), k => Assert.Equal(softmax[k], products.Softmax[k], 5));
        Assert.Equal(1, products.Softmax.Sum(), 12);
        var means = products.Dimensions.Select(d => products.Keys.Average(k => Math.Abs(products.Product(k, d)))).ToList();
        Assert.Equal(means.OrderDescending(), means);
    }

    [Fact]
    public void What_is_left_out_is_counted_in_the_legend()
    {
        var figure = NeuronViewFigure.Draw(SampleVectors.Of(80, 48), NeuronViewOptions.Default);
        Assert.Contains("16 weaker dimensions are not drawn, but are in the sums.", figure.Legend, StringComparison.Ordinal);
        Assert.Contains("16 keys with weaker scores are not drawn, but are in the softmax.", figure.Legend, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_the_products_do_not_explain_are_reported()
    {
        var legend = NeuronViewFigure.Draw(Two with { Weights = [0.5f, 0.5f, 0] }, NeuronViewOptions.Default).Legend;
        Assert.Contains("differ by 0.231 at most: something else, such as a position bias, is added", legend, StringComparison.Ordinal);
    }
}
