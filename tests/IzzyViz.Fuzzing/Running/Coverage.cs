using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace IzzyViz.Fuzzing.Running;

/// <summary>Which branches the instrumented readers took. Without instrumentation nothing is ever new.</summary>
internal sealed unsafe class Coverage : IDisposable
{
    private const int Size = 1 << 16;
    private readonly byte* _hits = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    public Coverage() => Trace.SharedMem = _hits;

    public int Branches => _seen.Count(s => s > 0);

    public void Start()
    {
        new Span<byte>(_hits, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Takes what was hit since the start; true if a branch was, or was so often, for the first time.</summary>
    public bool Add()
    {
        var isNew = false;
        var hits = new Span<byte>(_hits, Size);
        for (var i = hits.IndexOfAnyExcept((byte)0); i >= 0 && i < Size; i++)
        {
            var bucket = hits[i] == 0 ? 0 : 1 << BitOperations.Log2(hits[i]);
            isNew |= (bucket & ~_seen[i]) != 0;
            _seen[i] |= (byte)bucket;
        }

        return isNew;
    }

    public void Dispose()
    {
        var unused = new byte[Size];
        Trace.SharedMem = (byte*)GCHandle.Alloc(unused, GCHandleType.Pinned).AddrOfPinnedObject();
        NativeMemory.Free(_hits);
    }
}
