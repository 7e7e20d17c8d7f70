using System.Collections.Immutable;

namespace IzzyViz.Analysis.Models.Edges;

/// <summary>A set of graph inputs as bits. Sets that hold each other are shared, so that a long chain costs one.</summary>
internal sealed class InputSet
{
    /// <summary>Inputs beyond this share the last bit: bounded memory for any file.</summary>
    private const int Most = 512;

    public static readonly InputSet Empty = new([]);

    private readonly ImmutableArray<ulong> _bits;

    private InputSet(ImmutableArray<ulong> bits) => _bits = bits;

    public bool IsEmpty => _bits.IsEmpty;

    public static InputSet Of(int input)
    {
        var bit = Math.Min(input, Most - 1);
        var bits = new ulong[(bit / 64) + 1];
        bits[bit / 64] = 1UL << (bit % 64);
        return new([.. bits]);
    }

    public bool IsSubsetOf(InputSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            if ((_bits[i] & ~other.Word(i)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool Overlaps(InputSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            if ((_bits[i] & other.Word(i)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public InputSet With(InputSet other)
    {
        if (other.IsSubsetOf(this))
        {
            return this;
        }

        return IsSubsetOf(other) ? other : Combined(other, (a, b) => a | b);
    }

    public InputSet Without(InputSet other)
    {
        var rest = Combined(other, (a, b) => a & ~b);
        return rest._bits.All(w => w == 0) ? Empty : rest;
    }

    private InputSet Combined(InputSet other, Func<ulong, ulong, ulong> combine) =>
        new([.. Enumerable.Range(0, Math.Max(_bits.Length, other._bits.Length)).Select(i => combine(Word(i), other.Word(i)))]);

    private ulong Word(int index) => index < _bits.Length ? _bits[index] : 0;
}
