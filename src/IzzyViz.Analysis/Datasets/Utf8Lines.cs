using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>The lines of a file as bytes, without their ends (LF or CRLF) and without a byte order mark; holds one line at a time.</summary>
internal sealed class Utf8Lines(string path) : IDisposable
{
    private const int LongestLine = 1 << 29;

    private readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
    private byte[] _buffer = new byte[1 << 17];
    private int _start;
    private int _scanned;
    private int _end;
    private bool _isAtEnd;

    /// <summary>Of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Of the current line's first byte in the file, from 0.</summary>
    public long Offset { get; private set; }

    public ReadOnlyMemory<byte> Current { get; private set; }

    private long BufferOffset { get; set; }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
            if (length >= 0)
            {
                Take(_scanned + length, next: _scanned + length + 1);
                return true;
            }

            _scanned = _end;
            if (_isAtEnd)
            {
                return TakeRest();
            }

            await FillAsync(cancellation);
        }
    }

    public void Dispose() => _file.Dispose();

    private bool TakeRest()
    {
        var any = _end > _start;
        Take(_end, _end);
        return any;
    }

    private void Take(int end, int next)
    {
        var line = _buffer.AsMemory(_start, end - _start);
        (Number, Offset) = (Number + 1, BufferOffset + _start);
        if (Offset == 0 && line.Span.StartsWith("\uFEFF"u8))
        {
            (line, Offset) = (line[3..], 3);
        }

        Current = line.Length > 0 && line.Span[^1] == (byte)'\r' ? line[..^1] : line;
        (_start, _scanned) = (next, next);
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            BufferOffset += _start;
            (_end, _scanned, _start) = (_end - _start, _scanned - _start, 0);
        }

        if (_end == _buffer.Length)
        {
            Grow();
        }

        var read = await _file.ReadAsync(_buffer.AsMemory(_end), cancellation);
        _end += read;
        _isAtEnd = read == 0;
    }

    private void Grow()
    {
        if (_buffer.Length >= LongestLine)
        {
            throw new DiagnosticException(DataDiagnostics.LineTooLong.At(new SourceLocation(path, Number + 1), LongestLine >> 20));
        }

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
