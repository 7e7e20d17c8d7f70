namespace IzzyViz.Tokenizers.Models;

/// <summary>A hash table from two numbers to one, written once and read often: linear probing in two flat arrays.</summary>
internal sealed class PairTable
{
    private const ulong Empty = ulong.MaxValue;
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong[] _keys;
    private long[] _values;
    private int _shift;

    public PairTable(int expected)
    {
        var bits = System.Numerics.BitOperations.Log2((uint)Math.Max(8, expected)) + 2;
        (_keys, _values, _shift) = (new ulong[1 << bits], new long[1 << bits], 64 - bits);
        Array.Fill(_keys, Empty);
    }

    public int Count { get; private set; }

    public long this[int first, int second]
    {
        set
        {
            var slot = Slot(Key(first, second));
            if (_keys[slot] == Empty && ++Count > _keys.Length / 2)
            {
                Grow();
                slot = Slot(Key(first, second));
            }

            _keys[slot] = Key(first, second);
            _values[slot] = value;
        }
    }

    public bool TryGet(int first, int second, out long value)
    {
        var slot = Slot(Key(first, second));
        value = _values[slot];
        return _keys[slot] != Empty;
    }

    private static ulong Key(int first, int second) => (ulong)(uint)first << 32 | (uint)second;

    private int Slot(ulong key)
    {
        var slot = (int)(key * Golden >> _shift);
        while (_keys[slot] != key && _keys[slot] != Empty)
        {
            slot = slot + 1 & _keys.Length - 1;
        }

        return slot;
    }

    private void Grow()
    {
        var (keys, values) = (_keys, _values);
        (_keys, _values, _shift) = (new ulong[keys.Length * 2], new long[keys.Length * 2], _shift - 1);
        Array.Fill(_keys, Empty);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != Empty)
            {
                var slot = Slot(keys[i]);
                (_keys[slot], _values[slot]) = (keys[i], values[i]);
            }
        }
    }
}
