using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>The values of one graph's run by tensor name.</summary>
internal sealed class GraphRun(IReadOnlyDictionary<string, OrtValue> values) : IDisposable
{
    public required ImmutableSortedDictionary<string, Tensor> Feeds { get; init; }

    public required FeedLengths Lengths { get; init; }

    public OrtValue this[string name] => values[name];

    public bool Has(string name) => values.ContainsKey(name);

    public void Dispose()
    {
        foreach (var value in values.Values)
        {
            value.Dispose();
        }
    }
}
