using IzzyViz.Analysis.Onnx;
using IzzyViz.Fuzzing.Running;
using IzzyViz.Fuzzing.Targets;

namespace IzzyViz.Analysis.Tests.Fuzzing;

/// <summary>A million nodes, or very many of anything else, are read or refused, in memory that grows with the file. What is quadratic would not end.</summary>
public sealed class LargeGraphTests
{
    private const int Million = 1_000_000;
    private const int Many = 100_000;

    public static TheoryData<string> Shapes => ["chain", "softmaxes", "branches", "functions", "function inputs", "reshapes", "one reader", "scopes"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Very_many_parts_are_an_answer(string shape)
    {
        var trial = Trial.Of(Catalogue.Find("onnx"), Model(shape));
        Assert.True(trial.Fault is null, $"{trial.Signature}: {trial.Fault}");
    }

    private static byte[] Model(string shape)
    {
        var (graph, model) = (new WireWriter(), new WireWriter().Int64(1, 8));
        if (shape.StartsWith("function", StringComparison.Ordinal))
        {
            Functions(model, shape == "functions");
            graph.Message(1, Node("F0", "x", "y"));
        }
        else
        {
            Nodes(graph, shape);
        }

        return model.Message(7, graph).ToArray();
    }

    private static void Functions(WireWriter model, bool many)
    {
        for (var i = 0; many && i < Many; i++)
        {
            model.Message(25, new WireWriter().Text(1, $"F{i}"));
        }

        var wide = new WireWriter().Text(1, "wide");
        for (var i = 0; !many && i < Many; i++)
        {
            wide.Text(4, "i");
        }

        model.Message(25, wide);
    }

    private static void Nodes(WireWriter graph, string shape)
    {
        var empty = new WireWriter().Text(1, "b").Message(6, new WireWriter());
        var wide = new WireWriter().Text(4, "Concat");
        for (var i = 0; i < (shape == "chain" ? Million : Many); i++)
        {
            switch (shape)
            {
                case "chain":
                    graph.Message(1, Node("Add", $"t{i}", $"t{i + 1}").Text(1, $"t{i}"));
                    break;
                case "softmaxes":
                    graph.Message(1, Node("Softmax", "x", $"t{i}"));
                    break;
                case "branches":
                    graph.Message(1, Node("If", "c", $"t{i}").Message(5, empty));
                    break;
                case "reshapes":
                    graph.Message(1, Shaped(i));
                    break;
                case "one reader":
                    wide.Text(1, "x");
                    break;
                default:
                    wide.Message(9, new WireWriter().Text(1, "namespace").Text(2, "a"));
                    break;
            }
        }

        graph.Message(1, wide);
    }

    /// <summary>Slice, Concat, Reshape and Shape in turn, each reading the one before: a question about one rank asks for another.</summary>
    private static WireWriter Shaped(int i) => (i % 4) switch
    {
        0 => Node("Shape", $"t{i}", $"t{i + 1}"),
        1 => Node("Slice", $"t{i}", $"t{i + 1}"),
        2 => Node("Concat", $"t{i}", $"t{i + 1}"),
        _ => new WireWriter().Text(1, "x").Text(1, $"t{i}").Text(2, $"t{i + 1}").Text(4, "Reshape"),
    };

    private static WireWriter Node(string op, string input, string output) => new WireWriter().Text(1, input).Text(2, output).Text(4, op);
}
