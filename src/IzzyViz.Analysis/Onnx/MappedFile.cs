using System.Buffers;
using System.IO.MemoryMappedFiles;
using IzzyViz.Analysis.Files;

namespace IzzyViz.Analysis.Onnx;

/// <summary>A file as memory: paged in by the system where it is read, never copied. Keep it alive as long as anything points into it.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly FileStream? _stream;
    private readonly MemoryMappedFile? _map;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte* _pointer;

    public MappedFile(string path)
    {
        Path = path;
        if (RegularFile.Length(path) == 0)
        {
            return;
        }

        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        Length = _stream.Length;
        _map = MemoryMappedFile.CreateFromFile(_stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _pointer);
    }

    public string Path { get; }

    public long Length { get; }

    /// <summary>The whole file; only for files below 2 GB, which is the limit of a protobuf message too.</summary>
    public ReadOnlyMemory<byte> Memory => Length == 0 ? default : new Pages(_pointer, checked((int)Length)).Memory;

    public IntPtr Address(long offset) => (IntPtr)(_pointer + offset);

    /// <summary>Where a slice of <see cref="Memory"/> begins in the file.</summary>
    public long OffsetOf(ReadOnlyMemory<byte> slice)
    {
        using var pin = slice.Pin();
        return (byte*)pin.Pointer - _pointer;
    }

    public void Dispose()
    {
        _view?.SafeMemoryMappedViewHandle.ReleasePointer();
        _view?.Dispose();
        _map?.Dispose();
        _stream?.Dispose();
    }

    private sealed class Pages(byte* pointer, int length) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new(pointer, length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(pointer + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
