namespace IzzyViz.Tokenizers.Unicode;

/// <summary>An immutable set of code points: a bit map for the basic plane, sorted ranges above it.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;
    private const int Basic = 0x10000;

    private readonly (int From, int To)[] _ranges;
    private readonly ulong[] _bits = new ulong[Basic / 64];

    private CodePointSet((int From, int To)[] ranges)
    {
        _ranges = ranges;
        foreach (var (from, to) in ranges)
        {
            for (var c = from; c <= to && c < Basic; c++)
            {
                _bits[c >> 6] |= 1UL << (c & 63);
            }
        }
    }

    public static CodePointSet Empty { get; } = new([]);

    public static CodePointSet All { get; } = Of(0, Last);

    public ReadOnlySpan<(int From, int To)> Ranges => _ranges;

    /// <summary>The only member, or -1.</summary>
    public int Single => _ranges is [var (from, to)] && from == to ? from : -1;

    public static CodePointSet Of(int from, int to) => new([(from, to)]);

    public static CodePointSet Of(int character) => Of(character, character);

    public static CodePointSet Where(Func<int, bool> holds) =>
        From(Enumerable.Range(0, Last + 1).Where(c => c is < 0xD800 or > 0xDFFF && holds(c)).Select(c => (c, c)));

    /// <summary>The union of ranges in any order.</summary>
    public static CodePointSet From(IEnumerable<(int From, int To)> ranges)
    {
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in ranges.OrderBy(r => r.From))
        {
            if (merged.Count > 0 && from <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return new([.. merged]);
    }

    public bool Contains(int character) => (uint)character < Basic
        ? (_bits[character >> 6] >> (character & 63) & 1) != 0
        : Search(character);

    public CodePointSet Union(CodePointSet other) => From(_ranges.Concat(other._ranges));

    public CodePointSet Intersect(CodePointSet other) => Complement().Union(other.Complement()).Complement();

    public bool Overlaps(CodePointSet other) => Intersect(other)._ranges.Length > 0;

    public CodePointSet Complement()
    {
        var gaps = new List<(int, int)>();
        var next = 0;
        foreach (var (from, to) in _ranges)
        {
            if (from > next)
            {
                gaps.Add((next, from - 1));
            }

            next = to + 1;
        }

        if (next <= Last)
        {
            gaps.Add((next, Last));
        }

        return new([.. gaps]);
    }

    private bool Search(int character)
    {
        int low = 0, high = _ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (character < _ranges[middle].From)
            {
                high = middle - 1;
            }
            else if (character > _ranges[middle].To)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
