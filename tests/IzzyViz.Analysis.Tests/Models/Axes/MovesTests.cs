using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>Tokens run along the axis before the last.</summary>
public sealed class MovesTests
{
    private const long Last = long.MaxValue;

    private static readonly Dictionary<string, Func<SmallGraph, string, string>> Moved = new(StringComparer.Ordinal)
    {
        ["rolled by a number"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, 2, Last), s.Graph.Slice(x, 1, 0, 2)),
        ["rolled the other way"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, -1, Last), s.Graph.Slice(x, 1, 0, -1)),
        ["rolled by a computed start"] = (s, x) => s.Concat(1, s.Cut(x, 1, Before(s, x), s.Graph.Ints(Last)), s.Cut(x, 1, s.Graph.Ints(0), Before(s, x))),
        ["rolled by a Split"] = (s, x) => s.Several("Split", [x], 2, OnnxAttribute.Of("axis", 1)) is var parts ? s.Concat(1, parts.Output(1), parts.Output(0)) : "",
        ["in three parts, the first last"] = (s, x) => s.Several("Split", [x], 3, OnnxAttribute.Of("axis", 1)) is var p ? s.Concat(1, p.Output(1), p.Output(2), p.Output(0)) : "",
        ["padded in front, cut behind"] = (s, x) => s.Graph.Add("Pad", [x, s.Graph.Ints(0, 1, 0, 0, -1, 0)]),
        ["padded by an attribute"] = (s, x) => s.Graph.Add("Pad", [x], OnnxAttribute.Of("pads", [0, 1, 0, 0, -1, 0])),
        ["padded along told axes"] = (s, x) => s.Graph.Add("Pad", [x, s.Graph.Ints(1, -1), "", s.Graph.Ints(1)]),
        ["padded behind a cut"] = (s, x) => s.Graph.Add("Pad", [s.Graph.Slice(x, 1, 0, -1), s.Graph.Ints(0, 1, 0, 0, 0, 0)]),
        ["padded, then cut"] = (s, x) => s.Graph.Slice(s.Graph.Add("Pad", [x, s.Graph.Ints(0, 1, 0, 0, 0, 0)]), 1, 0, -1),
        ["padded by pairs turned round in the graph"] = (s, x) => s.Graph.Add("Pad", [x, Turned(s, 0, 0, 1, -1)]),
        ["a constant before all but the last"] = (s, x) => s.Concat(1, s.Weights("start", 1, 1, 8), s.Graph.Slice(x, 1, 0, -1)),
        ["rolled in another type"] = (s, x) => s.Concat(1, s.Graph.Cast(s.Graph.Slice(x, 1, 2, Last), ElementType.Float16), s.Graph.Cast(s.Graph.Slice(x, 1, 0, 2), ElementType.Float16)),
        ["all but the last written over zeros"] = (s, x) => Assigned(s, x, s.Graph.Add("ConstantOfShape", [s.Graph.Add("Shape", [x])]), s.Graph.Slice(x, 1, 0, -1)),
        ["seen through a norm and a projection"] = (s, x) =>
            s.Graph.Add("MatMul", [s.Graph.Add("LayerNormalization", [Moved!["rolled by a number"](s, x), s.Weights("scale", 8)]), s.Weights("w", 8, 8)]),
        ["seen through a convolution over tokens"] = (s, x) =>
            s.Graph.Transpose(s.Graph.Add("Conv", [s.Graph.Transpose(Moved!["rolled by a number"](s, x), 0, 2, 1), s.Weights("kernel", 8, 8, 3)], OnnxAttribute.Of("kernel_shape", [3]), OnnxAttribute.Of("pads", [1, 1])), 0, 2, 1),
        ["parts in another order"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, 0, 1), s.Graph.Slice(x, 1, 3, 4), s.Graph.Slice(x, 1, 1, 3), s.Graph.Slice(x, 1, 4, Last)),
        ["parts of a Split in another order"] = (s, x) => s.Several("Split", [x], 3, OnnxAttribute.Of("axis", 1)) is var p ? s.Concat(1, p.Output(0), p.Output(2), p.Output(1)) : "",
        ["every second one, then the others"] = (s, x) => s.Concat(1, EverySecond(s, x, 0), EverySecond(s, x, 1)),
        ["through a norm that is written out"] = (s, x) => Moved!["rolled by a number"](s, x) is var moved
            ? s.Graph.Add("Sub", [moved, s.Graph.Add("ReduceMean", [s.Graph.Add("Add", [moved, x]), s.Graph.Ints(-1)])]) : "",
        ["masked by one number for each token"] = (s, x) => s.Graph.Add("Mul", [Moved!["rolled by a number"](s, x), s.Input("mask", "b n 1")]),
        ["behind operators of one input"] = (s, x) => s.Graph.Add("HardSwish", [s.Graph.Add("Abs", [Moved!["rolled by a number"](s, x)])]),
        ["laid in rows with all others and taken apart again"] = (s, x) => Moved!["rolled by a number"](s, x) is var moved
            ? s.Reshape(s.Graph.Reshape(moved, -1, 8), s.Size(x, 0), s.Size(x, 1), s.Graph.Ints(8)) : "",
        ["the first before all but the last"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, 0, 1), s.Graph.Slice(x, 1, 0, -1)),
        ["all but the first, the last again"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, 1, Last), s.Graph.Slice(x, 1, -1, Last)),
        ["all but the first before zeros"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, 1, Last), s.Graph.Add("ConstantOfShape", [s.Graph.Add("Shape", [s.Graph.Slice(x, 1, 0, 1)])])),
        ["all but the first before as many that are written"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, 2, Last), s.Uniform("low", -9, 1, 2, 8)),
        ["parts with computed ends in another order"] = (s, x) => Before(s, x) is var middle && s.Graph.Add("Sub", [middle, s.Graph.Ints(1)]) is var early
            ? s.Concat(1, s.Cut(x, 1, s.Graph.Ints(0), early), s.Cut(x, 1, middle, s.Graph.Ints(Last)), s.Cut(x, 1, early, middle)) : "",
        ["written over themselves"] = (s, x) => Assigned(s, x, x, s.Graph.Slice(x, 1, 0, -1)),
        ["dealt out as cards are"] = (s, x) => Rows(s, s.Graph.Transpose(s.Reshape(x, s.Size(x, 0), s.Graph.Ints(2, -1, 8)), 0, 2, 1, 3), x),
        ["each second one before the one it follows"] = (s, x) => Rows(s, s.Concat(2, Stood(s, EverySecond(s, x, 1), 2), Stood(s, EverySecond(s, x, 0), 2)), x),
        ["two halves dealt into each other"] = (s, x) => Rows(s, s.Concat(2, Stood(s, s.Graph.Slice(x, 1, 0, 4), 2), Stood(s, s.Graph.Slice(x, 1, 4, Last), 2)), x),
        ["two halves exchanged"] = (s, x) => Rows(s, s.Concat(1, Stood(s, s.Graph.Slice(x, 1, 4, Last), 1), Stood(s, s.Graph.Slice(x, 1, 0, 4), 1)), x),
        ["each divided by its length, which is spread"] = (s, x) => Moved!["rolled by a number"](s, x) is var moved
            ? s.Graph.Add("Div", [moved, s.Graph.Add("Expand", [s.Graph.Add("ReduceL2", [moved], OnnxAttribute.Of("axes", [-1])), s.Graph.Add("Shape", [moved])])]) : "",
        ["with positions added that are fed"] = (s, x) => s.Graph.Add("Add", [Moved!["rolled by a number"](s, x), s.Graph.Add("Gather", [s.Weights("places", 64, 8), s.Input("position_ids", "b n", ElementType.Int64)])]),
        ["read by a recurrent layer"] = (s, x) => s.Graph.Add("Squeeze", [s.Several("GRU", [s.Graph.Transpose(Moved!["rolled by a number"](s, x), 1, 0, 2), s.Weights("w", 1, 24, 8), s.Weights("r", 1, 24, 8)], 1).Output(0), s.Graph.Ints(1)])
            is var y ? s.Graph.Transpose(y, 1, 0, 2) : "",
        ["added to what is computed from it"] = (s, x) => Moved!["rolled by a number"](s, x) is var moved ? s.Graph.Add("Add", [moved, s.Graph.Add("Tanh", [moved])]) : "",
    };

    private static readonly Dictionary<string, Func<SmallGraph, string, string>> InPlace = new(StringComparer.Ordinal)
    {
        ["as they are"] = (_, x) => x,
        ["padded for a causal convolution"] = (s, x) => s.Graph.Add("Pad", [x, s.Graph.Ints(0, 2, 0, 0, 0, 0)]),
        ["padded at the end"] = (s, x) => s.Graph.Add("Pad", [x, s.Graph.Ints(0, 0, 0, 0, 3, 0)]),
        ["features padded by pairs turned round in the graph"] = (s, x) => s.Graph.Add("Pad", [x, Turned(s, 1, -1)]),
        ["mixed with the token before"] = (s, x) => s.Graph.Add("Add", [x, Moved["padded in front, cut behind"](s, x)]),
        ["a class token in front"] = (s, x) => s.Concat(1, s.Weights("class", 1, 1, 8), x),
        ["another first token"] = (s, x) => s.Concat(1, s.Weights("class", 1, 1, 8), s.Graph.Slice(x, 1, 1, Last)),
        ["a first one written over it"] = (s, x) => Assigned(s, x, x, s.Weights("class", 1, 8)),
        ["padded in a circle before a convolution"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, -1, Last), x, s.Graph.Slice(x, 1, 0, 1)),
        ["a fixed number of them behind a class token"] = (s, x) => s.Concat(1, s.Weights("class", 1, 1, 8), s.Graph.Slice(x, 1, 0, 64)),
        ["something put in between"] = (s, x) => s.Concat(1, s.Weights("class", 1, 1, 8), s.Graph.Slice(x, 1, 0, -2), s.Weights("between", 1, 1, 8), s.Graph.Slice(x, 1, -2, Last)),
        ["all written over zeros"] = (s, x) => Assigned(s, x, s.Graph.Add("ConstantOfShape", [s.Graph.Add("Shape", [x])]), x),
        ["without the first"] = (s, x) => s.Graph.Slice(x, 1, 1, Last),
        ["cut in two and joined again"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, 0, 2), s.Graph.Slice(x, 1, 2, Last)),
        ["split and joined again"] = (s, x) => s.Several("Split", [x], 2, OnnxAttribute.Of("axis", 1)) is var parts ? s.Concat(1, parts.Outputs) : "",
        ["divided in rows and joined again"] = (s, x) => Rows(s, s.Reshape(x, s.Size(x, 0), s.Graph.Ints(2, -1, 8)), x),
        ["dealt out and gathered in again"] = (s, x) => Rows(s, s.Graph.Transpose(s.Graph.Transpose(s.Reshape(x, s.Size(x, 0), s.Graph.Ints(2, -1, 8)), 0, 2, 1, 3), 0, 2, 1, 3), x),
        ["every second one and the others side by side, in order"] = (s, x) => Rows(s, s.Concat(2, Stood(s, EverySecond(s, x, 0), 2), Stood(s, EverySecond(s, x, 1), 2)), x),
        ["two halves one above the other"] = (s, x) => Rows(s, s.Concat(1, Stood(s, s.Graph.Slice(x, 1, 0, 4), 1), Stood(s, s.Graph.Slice(x, 1, 4, Last), 1)), x),
        ["another last token"] = (s, x) => s.Concat(1, s.Graph.Slice(x, 1, 1, Last), s.Weights("last", 1, 1, 8)),
        ["halves of features exchanged"] = (s, x) => s.Concat(2, s.Graph.Slice(x, 2, 4, Last), s.Graph.Slice(x, 2, 0, 4)),
        ["a cache that lost its first before the newest"] = (s, x) => s.Concat(1, s.Graph.Slice(s.Input("past", "b p 8"), 1, 1, Last), x),
        ["the last of a cache and the newest"] = (s, x) => s.Graph.Slice(s.Concat(1, s.Input("past", "b p 8"), x), 1, -4, Last),
    };

    public static TheoryData<string> MovedNames => [.. Moved.Keys];

    public static TheoryData<string> NamesInPlace => [.. InPlace.Keys];

    [Theory]
    [MemberData(nameof(MovedNames))]
    public void Tokens_in_other_places_are_seen(string form) => AssertMoved(Moved[form], true);

    [Theory]
    [MemberData(nameof(NamesInPlace))]
    public void Tokens_in_their_places_are_not_taken_for_moved_ones(string form) => AssertMoved(InPlace[form], false);

    [Fact]
    public void What_was_moved_once_for_both_is_in_the_same_places()
    {
        var small = new SmallGraph();
        var x = small.Input("x", "b n 8");
        var moved = Moved["rolled by a number"](small, x);
        var (query, key) = (small.Graph.Add("MatMul", [moved, small.Weights("q", 8, 8)]), small.Graph.Add("MatMul", [moved, small.Weights("k", 8, 8)]));
        var moves = new Moves(small.Flow());

        Assert.False(moves.Differ(new(query, 1), new(key, 1)));
        Assert.True(moves.Differ(new(x, 1), new(key, 1)));
    }

    private static void AssertMoved(Func<SmallGraph, string, string> form, bool expected)
    {
        var small = new SmallGraph();
        var x = small.Input("x", "b n 8");
        var tensor = form(small, x);
        var moves = new Moves(small.Flow());

        Assert.Equal(expected, !moves.Of(new AxisPlace(tensor, 1)).IsEmpty);
        Assert.Equal(expected, moves.Differ(new(x, 1), new(tensor, 1)));
    }

    [Fact]
    public void Ids_that_are_shifted_before_they_are_embedded_are_seen()
    {
        var small = new SmallGraph();
        var ids = small.Input("ids", "b n", ElementType.Int64);
        var shifted = Assigned(small, ids, small.Graph.Add("ConstantOfShape", [small.Graph.Add("Shape", [ids])]), small.Graph.Slice(ids, 1, 0, -1));
        var padded = small.Graph.Add("Where", [small.Graph.Add("Equal", [shifted, small.Graph.IntScalar(-100)]), small.Graph.IntScalar(1), shifted]);
        var (plain, fused) = (small.Graph.Add("Gather", [small.Weights("table", 11, 8), padded]), small.Several("EmbedLayerNormalization", [padded, "", "table"], 1).Output(0));
        var moves = new Moves(small.Flow());

        Assert.NotEmpty(moves.Of(new(plain, 1)));
        Assert.NotEmpty(moves.Of(new(fused, 1)));
    }

    /// <summary>As PyTorch's exporter writes <c>tensor[:, 1:] = part</c>.</summary>
    private static string Assigned(SmallGraph small, string x, string whole, string part) =>
        small.Graph.Add("ScatterND", [whole, small.Input("places", "b m 2", ElementType.Int64), small.Graph.Add("Reshape", [part, small.Graph.Add("Shape", [x])])]);

    /// <summary>As <c>[batch, token, feature]</c>, with the sizes of <paramref name="x"/>.</summary>
    private static string Rows(SmallGraph small, string tensor, string x) => small.Reshape(tensor, small.Size(x, 0), small.Size(x, 1), small.Graph.Ints(8));

    private static string Stood(SmallGraph small, string tensor, long axis) => small.Graph.Add("Unsqueeze", [tensor, small.Graph.Ints(axis)]);

    private static string EverySecond(SmallGraph small, string x, long start) =>
        small.Graph.Add("Slice", [x, small.Graph.Ints(start), small.Graph.Ints(Last), small.Graph.Ints(1), small.Graph.Ints(2)]);

    private static string Before(SmallGraph small, string x) => small.Graph.Add("Sub", [small.Size(x, 1), small.Graph.Ints(2)]);

    private static string Turned(SmallGraph small, params ReadOnlySpan<long> pairs) => PadWidthTests.Turned(small, 3, pairs);
}
