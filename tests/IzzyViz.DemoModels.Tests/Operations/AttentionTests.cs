using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Tests.Operations;

public sealed class AttentionTests
{
    [Theory]
    [InlineData("classifier", 2)]
    [InlineData("decoder", 2)]
    [InlineData("encoder-decoder", 6)]
    public void Rows_of_every_map_sum_to_one_and_causal_layers_do_not_look_ahead(string kind, int layers)
    {
        var tape = new Tape { Attention = [] };
        var samples = TinyModels.Samples(kind);
        TinyModels.New(kind).Logits(tape, PackedBatch.Of(samples));
        Assert.Equal(layers, tape.Attention.Count);
        foreach (var record in tape.Attention)
        {
            var causal = record.Layer.StartsWith("model/decoder", StringComparison.Ordinal)
                && record.Layer.EndsWith("self_attn", StringComparison.Ordinal);
            for (var i = 0; i < samples.Length * record.Heads; i++)
            {
                CheckMap(record.Map(i / record.Heads, i % record.Heads), causal);
            }
        }
    }

    private static void CheckMap(float[,] map, bool causal)
    {
        for (var query = 0; query < map.GetLength(0); query++)
        {
            var row = Enumerable.Range(0, map.GetLength(1)).Select(key => map[query, key]).ToArray();
            Assert.Equal(1, row.Sum(), 1e-5);
            Assert.All(row.Skip(causal ? query + 1 : row.Length), value => Assert.Equal(0, value));
        }
    }
}
