namespace IzzyViz.Tokenizers.Models;

/// <summary>The symbols of one piece and the merges that wait, lowest rank first and then leftmost.</summary>
internal sealed class MergeQueue(MergeTable merges, List<Symbol> symbols)
{
    private readonly PriorityQueue<long, long> _waiting = new();
    private readonly Symbol[] _symbols = [.. symbols];

    /// <summary>Merges until nothing merges and returns the symbols left.</summary>
    public IEnumerable<Symbol> Run()
    {
        for (var i = 0; i + 1 < _symbols.Length; i++)
        {
            Offer(i);
        }

        while (_waiting.TryDequeue(out var entry, out _))
        {
            Merge((int)(entry >> 32), (int)entry);
        }

        return _symbols.Where(s => s.Bytes > 0);
    }

    private void Offer(int left)
    {
        if (merges.TryGet(_symbols[left].Id, _symbols[_symbols[left].Next].Id, out var rank, out var merged))
        {
            _waiting.Enqueue((long)left << 32 | (uint)merged, (long)rank << 32 | (uint)left);
        }
    }

    private void Merge(int at, int merged)
    {
        ref var left = ref _symbols[at];
        if (left.Bytes == 0 || left.Next < 0 || !merges.TryGet(left.Id, _symbols[left.Next].Id, out _, out var now) || now != merged)
        {
            return;
        }

        ref var right = ref _symbols[left.Next];
        left = left with { Id = merged, Bytes = left.Bytes + right.Bytes, Next = right.Next };
        right.Bytes = 0;
        if (left.Next >= 0)
        {
            _symbols[left.Next].Previous = at;
            Offer(at);
        }

        if (left.Previous >= 0)
        {
            Offer(left.Previous);
        }
    }
}
