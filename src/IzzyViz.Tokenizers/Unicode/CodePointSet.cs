namespace IzzyViz.Tokenizers.Unicode;

/// <summary>An immutable set of code points: sorted ranges, and a bit map of the basic plane where they are many.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;
    private const int Basic = 0x10000;
    private const int Few = 4;

    private readonly (int From, int To)[] _ranges;
    private readonly ulong[]? _bits;

    private CodePointSet((int From, int To)[] ranges)
    {
        _ranges = ranges;
        _bits = ranges.Length > Few ? Bits(ranges) : null;
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
    public static CodePointSet From(IEnumerable<(int From, int To)> ranges) => new(CodePointRanges.Merge(ranges));

    public bool Contains(int character) => (uint)character < Basic && _bits is { } bits
        ? (bits[character >> 6] >> (character & 63) & 1) != 0
        : Search(character);

    public CodePointSet Union(CodePointSet other) => From(_ranges.Concat(other._ranges));

    public CodePointSet Intersect(CodePointSet other) => Complement().Union(other.Complement()).Complement();

    public bool Overlaps(CodePointSet other) => CodePointRanges.Overlap(_ranges, other._ranges);

    public CodePointSet Complement() => new(CodePointRanges.Gaps(_ranges, Last));

    private static ulong[] Bits((int From, int To)[] ranges)
    {
        var bits = new ulong[Basic / 64];
        foreach (var (from, to) in ranges)
        {
            for (var c = from; c <= to && c < Basic; c++)
            {
                bits[c >> 6] |= 1UL << (c & 63);
            }
        }

        return bits;
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
