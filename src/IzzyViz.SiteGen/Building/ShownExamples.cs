using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Storage;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Building;

/// <summary>
/// Loads examples with their maps. Head pages of one model show the same few examples again and again, so those used last are kept, up to a limit in bytes.
/// </summary>
internal sealed class ShownExamples(ResultStore store)
{
    private const long Limit = 128L << 20;

    private readonly LinkedList<(StoreKey Key, ExampleSummary Example, long Bytes)> _kept = new();
    private long _bytes;

    public ExampleSummary Load(StoreKey key)
    {
        for (var node = _kept.First; node is not null; node = node.Next)
        {
            if (node.Value.Key == key)
            {
                _kept.Remove(node);
                _kept.AddFirst(node);
                return node.Value.Example;
            }
        }

        var example = AnalysisRunner.Load(store, key);
        Keep(key, example);
        return example;
    }

    private void Keep(StoreKey key, ExampleSummary example)
    {
        var bytes = example.Maps.Sum(m => (long)m.Weights.Length * sizeof(float));
        _kept.AddFirst((key, example, bytes));
        _bytes += bytes;
        while (_bytes > Limit && _kept.Count > 1)
        {
            _bytes -= _kept.Last!.Value.Bytes;
            _kept.RemoveLast();
        }
    }
}
