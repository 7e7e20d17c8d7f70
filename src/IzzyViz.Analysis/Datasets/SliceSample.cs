namespace IzzyViz.Analysis.Datasets;

/// <summary>
/// The k examples whose hash of (seed, id) is smallest: bottom-k sampling by shared hashes (Broder 1997; Cohen and Kaplan 2007), so that
/// a row that comes or goes changes at most one member. Holds k examples.
/// </summary>
internal sealed class SliceSample(int size, long seed)
{
    private readonly PriorityQueue<(int Position, Example Example), (ulong Hash, string Id)> _kept = new(LargestFirst.Instance);

    private int _position;

    public void Offer(Example example)
    {
        var entry = (_position++, example);
        var order = (ExampleHash.SampleOrder(seed, example.Id), example.Id);
        if (_kept.Count < size)
        {
            _kept.Enqueue(entry, order);
        }
        else if (size > 0)
        {
            _kept.EnqueueDequeue(entry, order);
        }
    }

    /// <summary>The members in the order of the file.</summary>
    public IEnumerable<Example> Members() => _kept.UnorderedItems.Select(i => i.Element).OrderBy(e => e.Position).Select(e => e.Example);

    private sealed class LargestFirst : IComparer<(ulong Hash, string Id)>
    {
        public static readonly LargestFirst Instance = new();

        public int Compare((ulong Hash, string Id) x, (ulong Hash, string Id) y)
        {
            var byHash = y.Hash.CompareTo(x.Hash);
            return byHash != 0 ? byHash : string.CompareOrdinal(y.Id, x.Id);
        }
    }
}
