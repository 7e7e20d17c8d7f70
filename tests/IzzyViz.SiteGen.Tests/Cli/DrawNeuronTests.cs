using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using IzzyViz.SiteGen.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary>The neuron view of a capture: which keys a head reads, what its products are multiplied by, and what the model itself gave.</summary>
public sealed class DrawNeuronTests : IDisposable
{
    private const int Heads = 8;
    private const int Groups = 2;
    private const int Tokens = 3;
    private const int Size = 4;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(7, 1)]
    public async Task A_head_reads_the_keys_of_its_group(int head, int group)
    {
        Write("""{ "modules": { "encoder.0": { "scale": [1, 1, 1, 0.25, 1, 1, 1, 1] } } }""");
        var (legend, numbers) = await DrawAsync(head);
        var expected = Enumerable.Range(0, Tokens).Select(k => Enumerable.Range(0, Size).Sum(d => Q(head, 1, d) * K(group, k, d)));
        Assert.Equal(expected, numbers.GetProperty("sums").EnumerateArray().Select(s => s.GetDouble()), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Contains(head == 3 ? "Scores are the sums times 0.25." : "Scores are the sums times 1.", legend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_that_are_more_than_the_product_are_said_to_be_more()
    {
        Write("""{ "modules": { "encoder.0": { "scale": null } } }""");
        var (legend, _) = await DrawAsync(0);
        Assert.Contains("More than these products makes the scores of this head", legend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_softmax_that_is_not_the_model_s_attention_is_measured_against_it()
    {
        Write("""{ "modules": { "encoder.0": { "scale": [1, 1, 1, 1, 1, 1, 1, 1] } } }""", hasAttention: true);
        var (legend, _) = await DrawAsync(2);
        Assert.Contains("The weights the model itself gave differ by", legend, StringComparison.Ordinal);
    }

    private async Task<(string Legend, JsonElement Numbers)> DrawAsync(int head)
    {
        var run = await Tool.RunAsync("draw", "neuron-view", _folder["c.safetensors"], "--tensor", "encoder.0.q", "--tensor", "encoder.0.k", "--head", $"{head}", "--query", "1", "-o", _folder["f.svg"], "--data", _folder["n.json"]);
        Assert.True(run.Exit == ExitCode.Done, run.Error);
        var lines = System.Xml.Linq.XDocument.Load(_folder["f.svg"]).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);
        return (string.Join(' ', lines), JsonDocument.Parse(File.ReadAllText(_folder["n.json"])).RootElement);
    }

    private void Write(string provenance, bool hasAttention = false)
    {
        var tensors = ImmutableSortedDictionary.Create<string, Tensor>(StringComparer.Ordinal)
            .Add("encoder.0.q", Of(Heads, Q))
            .Add("encoder.0.k", Of(Groups, K));
        var attention = Tensor.Of(Enumerable.Repeat(1f / Tokens, Heads * Tokens * Tokens).ToArray(), 1, Heads, Tokens, Tokens);
        SafetensorsWriter.Write(_folder["c.safetensors"], new(hasAttention ? tensors.Add("encoder.0", attention) : tensors, ImmutableSortedDictionary<string, string>.Empty.Add("provenance", provenance)));
    }

    private static Tensor Of(int heads, Func<int, int, int, double> value) =>
        Tensor.Of(Enumerable.Range(0, heads * Tokens * Size).Select(i => (float)value(i / (Tokens * Size), i / Size % Tokens, i % Size)).ToArray(), 1, heads, Tokens, Size);

    private static double Q(int head, int token, int dimension) => Math.Sin((3 * head) + (2 * token) + dimension);

    private static double K(int group, int token, int dimension) => Math.Cos((5 * group) + token + (2 * dimension));
}
