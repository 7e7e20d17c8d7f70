namespace IzzyViz.DemoModels.Numerics;

/// <summary>The attention probabilities of one layer over a packed batch.</summary>
/// <param name="Layer">Module path of the layer.</param>
internal sealed record AttentionRecord(string Layer, int Heads, Packing Queries, Packing Keys, float[] Probabilities)
{
    /// <summary>[query, key] of one sequence and head.</summary>
    public float[,] Map(int sequence, int head)
    {
        int queries = Queries.Length(sequence), keys = Keys.Length(sequence);
        var map = new float[queries, keys];
        var start = Offset(sequence) + head * queries * keys;
        for (var q = 0; q < queries; q++)
        {
            for (var k = 0; k < keys; k++)
            {
                map[q, k] = Probabilities[start + q * keys + k];
            }
        }

        return map;
    }

    private int Offset(int sequence)
    {
        var offset = 0;
        for (var i = 0; i < sequence; i++)
        {
            offset += Heads * Queries.Length(i) * Keys.Length(i);
        }

        return offset;
    }
}
