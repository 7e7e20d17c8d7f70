namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>Groups by their lowest member, each with its nearest neighbour known, so that a join looks at rows and not at all pairs.</summary>
internal sealed class LinkedGroups
{
    private readonly double[,] _apart;
    private readonly int[] _size;
    private readonly int[] _nearest;

    public LinkedGroups(double[,] distances)
    {
        _apart = (double[,])distances.Clone();
        Count = distances.GetLength(0);
        _size = [.. Enumerable.Repeat(1, Count)];
        Owner = [.. Enumerable.Range(0, Count)];
        _nearest = [.. Owner.Select(NearestTo)];
    }

    public int Count { get; private set; }

    /// <summary>The group of each item, by its lowest member.</summary>
    public int[] Owner { get; }

    /// <summary>The two groups nearest to each other, the one with the lower member first.</summary>
    public (int First, int Second, double Apart) Nearest()
    {
        var best = -1;
        for (var i = 0; i < _size.Length; i++)
        {
            if (_size[i] > 0 && _nearest[i] >= 0 && (best < 0 || _apart[i, _nearest[i]] < _apart[best, _nearest[best]]))
            {
                best = i;
            }
        }

        return (best, _nearest[best], _apart[best, _nearest[best]]);
    }

    /// <summary>Makes two groups one, as far from others as their members are on average.</summary>
    public void Join(int first, int second)
    {
        var (kept, gone) = (Math.Min(first, second), Math.Max(first, second));
        for (var i = 0; i < _size.Length; i++)
        {
            var mean = ((_apart[kept, i] * _size[kept]) + (_apart[gone, i] * _size[gone])) / (_size[kept] + _size[gone]);
            _apart[kept, i] = _apart[i, kept] = mean;
            Owner[i] = Owner[i] == gone ? kept : Owner[i];
        }

        (_size[kept], _size[gone], Count) = (_size[kept] + _size[gone], 0, Count - 1);
        Refresh(kept, gone);
    }

    private void Refresh(int kept, int gone)
    {
        for (var i = 0; i < _size.Length; i++)
        {
            if (i == kept || _nearest[i] == kept || _nearest[i] == gone)
            {
                _nearest[i] = _size[i] == 0 ? -1 : NearestTo(i);
            }
            else if (_size[i] > 0 && kept > i && _apart[i, kept] < _apart[i, _nearest[i]])
            {
                _nearest[i] = kept;
            }
        }
    }

    // Of every pair only the lower number looks at the higher one.
    private int NearestTo(int group)
    {
        var best = -1;
        for (var other = group + 1; other < _size.Length; other++)
        {
            best = _size[other] > 0 && (best < 0 || _apart[group, other] < _apart[group, best]) ? other : best;
        }

        return best;
    }
}
