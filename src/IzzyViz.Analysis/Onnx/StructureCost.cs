namespace IzzyViz.Analysis.Onnx;

/// <summary>
/// What a model's nodes, names and shapes would take in memory, counted before any of it is made: two bytes of a file can ask for an object.
/// Weights cost nothing, for they are stepped over.
/// </summary>
internal sealed class StructureCost
{
    /// <summary>Half a million nodes with their names; the largest exports known have some tens of thousands.</summary>
    private const long Most = 400_000_000;

    private const int DeepestGraphs = 32;

    private long _bytes;

    /// <exception cref="InvalidDataException">A message does not fit what holds it, or graphs are nested too deeply.</exception>
    /// <exception cref="OversizeException">It is too much.</exception>
    public static void Check(ReadOnlyMemory<byte> model) => new StructureCost().Add(model, MessageCost.Model, 0);

    private void Add(ReadOnlyMemory<byte> bytes, MessageCost message, int graphs)
    {
        graphs += message == MessageCost.Graph ? 1 : 0;
        if (graphs > DeepestGraphs + 1)
        {
            throw new InvalidDataException($"graphs are nested more than {DeepestGraphs} deep");
        }

        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            var (field, content) = (message[reader.Field], reader.Content());
            Spend(field.Of(content));
            if (field.Inside is { } inside)
            {
                Add(content, inside, graphs);
            }
        }
    }

    private void Spend(long bytes)
    {
        _bytes += bytes;
        if (_bytes > Most)
        {
            throw new OversizeException($"more than {Most / 1_000_000} MB of nodes, names and shapes");
        }
    }
}
