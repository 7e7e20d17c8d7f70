using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Onnx;

public sealed class HostileNumberTests
{
    [Fact]
    public void A_name_of_a_megabyte_is_refused() =>
        AssertRefused(new WireWriter().Message(7, Graph(new WireWriter().Text(3, new string('n', 1 << 20)))), "65536 bytes");

    [Fact]
    public void A_text_that_is_no_name_may_be_as_long_as_it_likes()
    {
        var attribute = new WireWriter().Text(1, "code").Text(4, new string('x', 1 << 20));
        var model = OnnxSkimmer.Read(new WireWriter().Message(7, Graph(new WireWriter().Message(5, attribute))).ToArray());

        Assert.Null(Assert.Single(Assert.Single(model.Graph.Nodes).Attributes).Text);
    }

    [Fact]
    public void A_thousand_operator_sets_are_refused()
    {
        var model = new WireWriter();
        for (var i = 0; i <= 1000; i++)
        {
            model.Message(8, new WireWriter().Text(1, $"domain{i}").Int64(2, 1));
        }

        AssertRefused(model, "operator sets");
    }

    [Fact]
    public void A_tensor_of_a_hundred_axes_is_refused() =>
        AssertRefused(new WireWriter().Message(7, new WireWriter().Message(5, new WireWriter().Bytes(1, Enumerable.Repeat((byte)1, 100).ToArray()))), "100 axes");

    [Fact]
    public void A_shape_of_a_hundred_axes_is_refused()
    {
        var shape = new WireWriter();
        for (var i = 0; i < 100; i++)
        {
            shape.Message(1, new WireWriter().Int64(1, 1));
        }

        var type = new WireWriter().Message(1, new WireWriter().Int64(1, 1).Message(2, shape));
        AssertRefused(new WireWriter().Message(7, new WireWriter().Message(11, new WireWriter().Text(1, "x").Message(2, type))), "100 axes");
    }

    [Theory]
    [InlineData(1L << 32, 1L << 32, "addressed")]
    [InlineData(1L << 62, 4, "addressed")]
    [InlineData(-1, 4, "negative")]
    public void Sizes_that_overflow_are_refused(long rows, long columns, string why) =>
        AssertRefused(new WireWriter().Message(7, new WireWriter().Message(5, new WireWriter().Int64(1, rows).Int64(1, columns).Text(8, "w"))), why);

    [Fact]
    public void A_shape_whose_values_are_not_there_has_no_values() =>
        Assert.Null(TensorSkimmer.Tensor(new WireWriter().Int64(1, 4).Int64(2, (int)ElementType.Int64).ToArray()).Int64s());

    private static WireWriter Graph(WireWriter node) => new WireWriter().Message(1, node);

    private static void AssertRefused(WireWriter model, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => OnnxSkimmer.Read(model.ToArray())).Message, StringComparison.Ordinal);
}
