using System.Buffers.Binary;
using System.Text;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Reads protobuf fields in place. Anything that does not fit its own length is <see cref="InvalidDataException"/>.</summary>
internal ref struct WireReader(ReadOnlyMemory<byte> memory)
{
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

    public string Text() => Encoding.UTF8.GetString(Bytes().Span);

    public ReadOnlyMemory<byte> Bytes()
    {
        Expect(2);
        return Take(Varint());
    }

    /// <summary>Passes over the field's value and returns the whole field, tag included.</summary>
    public ReadOnlyMemory<byte> Skip()
    {
        switch (_wireType)
        {
            case 0: Varint(); break;
            case 1: Take(8); break;
            case 2: Take(Varint()); break;
            case 5: Take(4); break;
            default: throw new InvalidDataException($"wire type {_wireType}");
        }

        return _memory[_start.._position];
    }

    /// <summary>A repeated integer, packed or not.</summary>
    public void Int64s(List<long> values)
    {
        if (IsVarint)
        {
            values.Add(Int64());
            return;
        }

        var packed = new WireReader(Bytes());
        while (packed._position < packed._span.Length)
        {
            values.Add((long)packed.Varint());
        }
    }

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
