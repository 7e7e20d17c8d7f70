using System.Buffers.Binary;
using System.Text;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Reads protobuf fields in place. Anything that does not fit its own length is <see cref="InvalidDataException"/>.</summary>
internal ref struct WireReader(ReadOnlyMemory<byte> memory)
{
    /// <summary>Bytes of the longest name; names are held as text, and shown to people.</summary>
    private const int LongestText = 1 << 16;

    private readonly ReadOnlyMemory<byte> _memory = memory;
    private readonly ReadOnlySpan<byte> _span = memory.Span;
    private int _position;
    private int _start;
    private int _wireType;

    public int Field { get; private set; }

    public readonly bool IsVarint => _wireType == 0;

    public bool Next()
    {
        if (_position >= _span.Length)
        {
            return false;
        }

        _start = _position;
        var tag = Varint();
        Field = (int)(tag >> 3);
        _wireType = (int)(tag & 7);
        return Field > 0 ? true : throw new InvalidDataException("field number 0");
    }

    public long Int64()
    {
        Expect(0);
        return (long)Varint();
    }

    public float Single()
    {
        Expect(5);
        return BinaryPrimitives.ReadSingleLittleEndian(Take(4).Span);
    }

    public string Text() => Decoded(Bytes()) ?? throw new InvalidDataException($"field {Field} is a text of more than {LongestText} bytes");

    /// <summary>A text that need not be a name; null where it is longer than any.</summary>
    public string? ShortText() => Decoded(Bytes());

    public ReadOnlyMemory<byte> Bytes()
    {
        Expect(2);
        return Take(Varint());
    }

    /// <summary>Passes over the field's value and returns the whole field, tag included.</summary>
    public ReadOnlyMemory<byte> Skip()
    {
        Content();
        return _memory[_start.._position];
    }

    /// <summary>The field's value where it is bytes; a number is passed over and gives none.</summary>
    public ReadOnlyMemory<byte> Content()
    {
        switch (_wireType)
        {
            case 0: Varint(); return default;
            case 1: return Take(8)[..0];
            case 2: return Take(Varint());
            case 5: return Take(4)[..0];
            default: throw new InvalidDataException($"wire type {_wireType}");
        }
    }

    /// <summary>A repeated integer, packed or not.</summary>
    /// <param name="most">How many to hold at most; what is beyond is passed over.</param>
    public void Int64s(List<long> values, int most = int.MaxValue)
    {
        if (IsVarint)
        {
            Add(values, Int64(), most);
            return;
        }

        var packed = new WireReader(Bytes());
        while (packed._position < packed._span.Length && values.Count < most)
        {
            values.Add((long)packed.Varint());
        }
    }

    private static void Add(List<long> values, long value, int most)
    {
        if (values.Count < most)
        {
            values.Add(value);
        }
    }

    private static string? Decoded(ReadOnlyMemory<byte> bytes) => bytes.Length <= LongestText ? Encoding.UTF8.GetString(bytes.Span) : null;

    private readonly void Expect(int wireType)
    {
        if (_wireType != wireType)
        {
            throw new InvalidDataException($"field {Field} has wire type {_wireType}, not {wireType}");
        }
    }

    private ReadOnlyMemory<byte> Take(ulong length)
    {
        if (length > (ulong)(_span.Length - _position))
        {
            throw new InvalidDataException($"field {Field} is longer than what holds it");
        }

        var taken = _memory.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (_position >= _span.Length)
            {
                break;
            }

            var b = _span[_position++];
            value |= (ulong)(b & 127) << shift;
            if (b < 128)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number does not end");
    }
}
