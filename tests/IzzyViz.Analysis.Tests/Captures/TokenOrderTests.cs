using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Attention whose scores or values are moved after they were computed: each size is as it should be, and a weight is no longer that of the key it stands for.</summary>
public sealed class TokenOrderTests : IDisposable
{
    private const int Tokens = 5;

    private static readonly ImmutableArray<long> Twice = [0, 0, 1, 2, 3];

    private static readonly Dictionary<string, Func<TinyModel, string, long, string>> Changes = new(StringComparer.Ordinal)
    {
        ["rolled"] = (m, t, axis) => Reordered.Rolled(m, t, axis),
        ["shifted"] = (m, t, axis) => m.Graph.Add("Pad", [t, m.Graph.Ints([.. Enumerable.Range(0, 4).Select(a => a == axis ? 1L : 0), .. Enumerable.Range(0, 4).Select(a => a == axis ? -1L : 0)])]),
        ["turned"] = (m, t, axis) => m.Graph.Add("Slice", [t, m.Graph.Ints(-1), m.Graph.Ints(-100), m.Graph.Ints(axis), m.Graph.Ints(-1)]),
        ["taken by written places, one twice"] = (m, t, axis) => m.Graph.Add("Gather", [t, m.Graph.Ints([.. Twice])], OnnxAttribute.Of("axis", axis)),
        ["taken by computed places"] = (m, t, axis) => m.Graph.Add("Gather", [t, Sorted(m)], OnnxAttribute.Of("axis", axis)),
        ["taken by places counted round"] = (m, t, axis) =>
            m.Graph.Add("Gather", [t, m.Graph.Add("Mod", [m.Graph.Ints(1, 2, 3, 4, 5), m.Graph.Ints(Tokens)])], OnnxAttribute.Of("axis", axis)),
        ["taken number by number by written places"] = (m, t, axis) => m.Graph.Add("GatherElements",
            [t, m.Graph.Add("Expand", [m.Graph.Reshape(m.Graph.Ints(4, 0, 3, 1, 2), axis == 2 ? [1, 1, Tokens, 1] : [1, 1, 1, Tokens]), m.Graph.Ints(1, TinyModel.Heads, Tokens, TinyModel.HeadSize)])], OnnxAttribute.Of("axis", axis)),
        ["written to other places"] = (m, t, axis) => Reordered.Assigned(m, t, axis),
        ["picked out of the rows of all"] = (m, t, axis) => m.Graph.Add("Reshape", [m.Graph.Add("Gather", [m.Graph.Reshape(t, -1, TinyModel.HeadSize), m.Graph.Ints([.. Enumerable.Range(0, TinyModel.Heads * Tokens).Reverse().Select(i => (long)i)])]), m.Graph.Add("Shape", [t])]),
        ["kept by a condition"] = (m, t, axis) => m.Graph.Add("Compress", [t, m.Graph.Cast(m.Graph.Ints(1, 1, 1, 1, 1), ElementType.Bool)], OnnxAttribute.Of("axis", axis)),
    };

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Changes.Keys];

    /// <summary>Scores are followed through no other.</summary>
    public static TheoryData<string> NamesForScores => ["rolled", "shifted", "turned"];

    [Theory]
    [MemberData(nameof(NamesForScores))]
    public void Scores_that_are_moved_along_keys_are_refused(string change) => AssertRefused(m => Mixed(m, Changes[change](m, m.Scores(), 3), m.Value), "its scores are in other places");

    [Theory]
    [MemberData(nameof(NamesForScores))]
    public void Scores_that_are_moved_along_queries_are_refused(string change) => AssertRefused(m => Mixed(m, Changes[change](m, m.Scores(), 2), m.Value), "its scores are in other places");

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_that_are_moved_against_their_keys_are_refused(string change) => AssertRefused(m => Mixed(m, m.Scores(), Changes[change](m, m.Value, 2)), "its values are in other places");

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_of_an_operator_are_not_moved_against_its_keys_either(string change) =>
        AssertRefused(m => m.Fused("Attention", [m.Query, m.Key, Changes[change](m, m.Value, 2)], [], domain: ""), "its values are in other places");

    [Theory]
    [MemberData(nameof(Names))]
    public void Keys_are_not_moved_against_their_queries(string change) =>
        AssertRefused(m => Mixed(m, m.Graph.Add("MatMul", [m.Query, m.Graph.Transpose(Changes[change](m, m.Key, 2), 0, 1, 3, 2)]), Changes[change](m, m.Value, 2)), "than they are fed");

    [Theory]
    [InlineData("rolled")]
    [InlineData("turned")]
    [InlineData("taken by written places, one twice")]
    public void Keys_are_not_of_other_examples_than_their_queries(string change) =>
        AssertRefused(m => Mixed(m, m.Graph.Add("MatMul", [m.Query, m.Graph.Transpose(Changes[change](m, m.Key, 0), 0, 1, 3, 2)]), Changes[change](m, m.Value, 0)), "of other examples");

    [Theory]
    [InlineData("rolled")]
    [InlineData("turned")]
    public void Values_are_not_of_other_examples_than_their_keys(string change) => AssertRefused(m => Mixed(m, m.Scores(), Changes[change](m, m.Value, 0)), "its values are in other places");

    /// <summary>As scores of relative positions are laid under each other (Transformer-XL, Dai et al. 2019, appendix B), which are scores of places and not of tokens.</summary>
    [Fact]
    public void Scores_of_tokens_are_not_shifted_row_by_row() => AssertRefused(
        m =>
        {
            var (g, scores) = (m.Graph, m.Scores());
            var padded = g.Add("Pad", [scores, g.Ints(0, 0, 0, 1, 0, 0, 0, 0)]);
            string Size(long axis) => g.Unsqueeze(g.Size(padded, axis), 0);
            var rows = g.Add("Reshape", [padded, g.Add("Concat", [Size(0), Size(1), Size(3), Size(2)], OnnxAttribute.Of("axis", 0))]);
            return Mixed(m, g.Add("Reshape", [g.Slice(rows, 2, 1, long.MaxValue), g.Add("Shape", [scores])]), m.Value);
        },
        "its scores are in other places");

    [Fact]
    public void Scores_are_not_taken_from_other_keys() => AssertRefused(
        m => Mixed(m, m.Graph.Add("GatherElements", [m.Scores(), m.Graph.Add("Expand", [m.Graph.Ints(1, 2, 3, 4, 0), m.Graph.Ints(1, TinyModel.Heads, Tokens, Tokens)])], OnnxAttribute.Of("axis", -1)), m.Value), "its scores are in other places");

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Weights_are_not_turned_before_they_weigh_values(long axis) => AssertRefused(m => m.Graph.Add("MatMul", [Changes["turned"](m, Forms.Softmax(m, m.Scores()), axis), m.Value]), "");

    /// <summary>A short convolution over values (Mega, So et al. 2021): each value is still that of its token.</summary>
    [Fact]
    public void Values_that_are_mixed_with_those_beside_them_are_still_in_their_places()
    {
        var m = new TinyModel();
        m.Save(_folder["model.onnx"], Mixed(m, m.Scores(), m.Graph.Add("Add", [m.Value, Changes["shifted"](m, m.Value, 2)])));

        Assert.Null(Assert.Single(Inspected().Modules).Refused);
    }

    /// <summary>A running sum from behind, as recurrent layers in both directions read tokens too.</summary>
    [Fact]
    public void Values_that_are_turned_back_are_in_their_places()
    {
        var m = new TinyModel();
        string Turned(string tensor) => Changes["turned"](m, tensor, 2);
        m.Save(_folder["model.onnx"], Mixed(m, m.Scores(), Turned(m.Graph.Add("CumSum", [Turned(m.Value), m.Graph.IntScalar(2)]))));

        Assert.Null(Assert.Single(Inspected().Modules).Refused);
    }

    [Theory]
    [MemberData(nameof(NamesForScores))]
    public void A_mask_that_stays_does_not_hide_that_scores_were_moved(string change) =>
        AssertRefused(m => Mixed(m, m.Graph.Add("Add", [Mask(m), Changes[change](m, m.Scores(), 3)]), m.Value), "its scores are in other places");

    /// <summary>Of a text; the same keys of an image might be turned with their queries.</summary>
    [Fact]
    public void A_bias_for_each_pair_of_tokens_does_not_make_an_image_of_a_text()
    {
        AssertRefused(m =>
        {
            m.Inputs.Add(TinyModel.Input("bias", ElementType.Float32, "batch", "1", "sequence", "sequence"));
            string Turned(string tensor) => Changes["turned"](m, tensor, 2);
            return Mixed(m, m.Graph.Add("Add", [m.Graph.Add("MatMul", [Turned(m.Query), m.Graph.Transpose(Turned(m.Key), 0, 1, 3, 2)]), "bias"]), Turned(m.Value));
        }, "in another order");
    }

    public void Dispose() => _folder.Dispose();

    private void AssertRefused(Func<TinyModel, string> attention, string why)
    {
        var m = new TinyModel(FusedDecoys.Opset);
        m.Save(_folder["model.onnx"], attention(m));

        var structure = Inspected();

        Assert.DoesNotContain(structure.Modules, module => module.Refused is null);
        Assert.Contains(why, Assert.Single(structure.Refusals).Why, StringComparison.Ordinal);
    }

    private ModelStructure Inspected() => ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new())!;

    /// <summary>By the ids themselves.</summary>
    private static string Mask(TinyModel m) => m.Graph.Unsqueeze(m.Graph.Unsqueeze(m.Graph.Cast("input_ids", ElementType.Float32), 1), 1);

    private static string Mixed(TinyModel m, string scores, string values) => m.Graph.Add("MatMul", [Forms.Softmax(m, scores), values]);

    /// <summary>Tokens, those with the largest first number of their query first.</summary>
    private static string Sorted(TinyModel m)
    {
        var (g, name) = (m.Graph, $"sorted{m.Nodes.Count}");
        m.Nodes.Add(new() { Op = "TopK", Name = name, Inputs = [g.Reshape(g.Slice(g.Slice(m.Query, 3, 0, 1), 1, 0, 1), Tokens), g.Ints(Tokens)], Outputs = [name, $"{name}/places"] });
        return $"{name}/places";
    }
}
