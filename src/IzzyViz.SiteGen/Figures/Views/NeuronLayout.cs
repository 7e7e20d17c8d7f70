using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>Rows and columns of a neuron view: keys down; vectors, products, sum, score and weight across.</summary>
internal sealed class NeuronLayout
{
    private const double Row = 19;
    private const double Head = 44;
    private const double Between = 22;
    private const double Number = 58;
    private const double Bar = 90;
    private readonly QueryKeyVectors _vectors;
    private readonly QueryKeyProducts _products;
    private readonly double _names;
    private readonly double _cell;

    public NeuronLayout(QueryKeyVectors vectors, QueryKeyProducts products, NeuronViewOptions options)
    {
        (_vectors, _products) = (vectors, products);
        Dimensions = [.. products.Dimensions.Take(options.Dimensions)];
        Rows = [.. Enumerable.Range(0, products.Keys.Length).OrderByDescending(i => products.Sums[i]).Take(options.MostKeys).Order()];
        VectorLimit = Limit(Dimensions.SelectMany(d => Rows.Select(r => products.K(products.Keys[r], d)).Append(products.Q(d))));
        ProductLimit = Limit(Dimensions.SelectMany(d => Rows.Select(r => products.Product(products.Keys[r], d))));
        _names = Rows.Select(r => Label(products.Keys[r])).Append(Label()).Max(l => TextMeasure.Width(l, TextStyle.Label.Strong)) + 10;
        _cell = Dimensions.Length <= 16 ? 13 : Dimensions.Length <= 32 ? 9 : 6;
    }

    /// <summary>Those drawn, strongest first.</summary>
    public ImmutableArray<int> Dimensions { get; }

    /// <summary>Those drawn, as places in <see cref="QueryKeyProducts.Keys"/>, in order.</summary>
    public ImmutableArray<int> Rows { get; }

    public double VectorLimit { get; }

    public double ProductLimit { get; }

    private double Strip => Dimensions.Length * _cell;

    private double ProductsAt => _names + Strip + Between;

    private double NumbersAt => ProductsAt + Strip + 6;

    private double BarsAt => NumbersAt + (2 * Number) + 14;

    private static double Top => Head + Row + 8;

    public Scene Compose() => new(BarsAt + Bar + 44, Top + (Rows.Length * Row) + 4,
    [
        new GroupNode([.. Titles()]) { Style = TextStyle.Note, Fill = Paint.Muted },
        new GroupNode([.. Names()]) { Style = TextStyle.Label },
        new GroupNode([.. Vectors(), .. Products()]) { IsCrisp = true },
        new GroupNode([.. Rows.SelectMany((r, i) => Numbers(r, i))]) { Style = TextStyle.Note },
    ]);

    private static double Limit(IEnumerable<double> values) => values.Select(Math.Abs).DefaultIfEmpty(0).Max();

    private string Label(int key) => TextMeasure.Cut(_vectors.Keys.Tokens[key].Label, TextStyle.Label, AxisLabels.MaximumWidth);

    private string Label() => TextMeasure.Cut(_vectors.Queries.Tokens[_vectors.Query].Label, TextStyle.Label, AxisLabels.MaximumWidth);

    private IEnumerable<SceneNode> Titles()
    {
        yield return new TextNode(new(_names, 12), "query q, keys k");
        yield return new TextNode(new(ProductsAt, 12), "q × k, element by element");
        yield return new TextNode(new(NumbersAt + Number - 4, 12), "sum") { Anchor = TextAnchor.End };
        yield return new TextNode(new(NumbersAt + (2 * Number) - 4, 12), "score") { Anchor = TextAnchor.End };
        yield return new TextNode(new(BarsAt, 12), "softmax");
        foreach (var (place, dimension) in Dimensions.Index().Where(d => d.Index % Every() == 0))
        {
            yield return new TextNode(new(_names + ((place + 0.5) * _cell), Head - 18), FigureNumber.Count(dimension)) { Anchor = TextAnchor.Middle };
            yield return new TextNode(new(ProductsAt + ((place + 0.5) * _cell), Head - 18), FigureNumber.Count(dimension)) { Anchor = TextAnchor.Middle };
        }
    }

    private int Every() => Math.Max(1, (int)Math.Ceiling(30 / _cell));

    private IEnumerable<SceneNode> Names() =>
    [
        Name(Label(), Head - 8, true),
        .. Rows.Select((r, i) => Name(Label(_products.Keys[r]), Top + (i * Row), _vectors.Keys.Tokens[_products.Keys[r]].IsSpecial)),
    ];

    private TextNode Name(string text, double y, bool isStrong) => new(new(_names - 10, y + (Row / 2) + TextStyle.Label.HalfCapital), text)
    {
        Anchor = TextAnchor.End,
        Style = isStrong ? TextStyle.Label.Strong : null,
    };

    private IEnumerable<SceneNode> Vectors() => Cells(
        Dimensions.Select((d, x) => (Box(_names, x, Head - 8), _products.Q(d)))
            .Concat(Rows.SelectMany((r, i) => Dimensions.Select((d, x) => (Box(_names, x, Top + (i * Row)), _products.K(_products.Keys[r], d))))),
        VectorLimit);

    private IEnumerable<SceneNode> Products() => Cells(
        Rows.SelectMany((r, i) => Dimensions.Select((d, x) => (Box(ProductsAt, x, Top + (i * Row)), _products.Product(_products.Keys[r], d)))), ProductLimit);

    private SceneRect Box(double left, int place, double y) => new(left + (place * _cell), y + 2, _cell, Row - 4);

    // One path per step of the scale.
    private static IEnumerable<SceneNode> Cells(IEnumerable<(SceneRect Box, double Value)> cells, double limit) => cells
        .GroupBy(c => new DivergingScale(limit).Step(c.Value))
        .OrderBy(g => g.Key)
        .Select(g => new TilesNode([.. g.Select(c => c.Box)]) { Fill = Paint.Diverging(g.Key) });

    private IEnumerable<SceneNode> Numbers(int row, int line)
    {
        var y = Top + (line * Row) + (Row / 2);
        var (sum, weight) = (_products.Sums[row], _products.Softmax[row]);
        yield return new TextNode(new(NumbersAt + Number - 4, y + TextStyle.Note.HalfCapital), GridWords.Value(sum, "", isDifference: true)) { Anchor = TextAnchor.End };
        yield return new TextNode(new(NumbersAt + (2 * Number) - 4, y + TextStyle.Note.HalfCapital), GridWords.Value(sum * _products.Scale, "", isDifference: true)) { Anchor = TextAnchor.End };
        yield return new RectNode(new(BarsAt, y - 6, Math.Max(weight * Bar, 0.5), 12)) { Fill = Paint.Category(0) };
        yield return new TextNode(new(BarsAt + (weight * Bar) + 5, y + TextStyle.Note.HalfCapital), FigureNumber.Score(weight)) { Fill = Paint.Muted };
    }
}
