using System.Buffers;
using System.Text;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Walks through JSON and knows the line and column of what it is at.</summary>
internal ref struct JsonCursor
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 8, AllowMultipleValues = false };
    private readonly string _path;
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;

    public JsonCursor(string path, ReadOnlySpan<byte> bytes)
    {
        _path = path;
        _bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        _reader = new(_bytes, Strict);
    }

    public readonly JsonTokenType Token => _reader.TokenType;

    public readonly SourceLocation Here => At(_reader.TokenStartIndex);

    public bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException e)
        {
            var cut = e.Message.IndexOf(" LineNumber", StringComparison.Ordinal);
            var at = new SourceLocation(_path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            throw new DiagnosticException(ArrayDiagnostics.NotJson.At(at, cut < 0 ? e.Message : e.Message[..cut]), e);
        }
    }

    /// <summary>The text of a string or key, as far as it is text: half a surrogate pair reads as U+FFFD.</summary>
    public readonly string Text()
    {
        if (!_reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(_reader.ValueSpan);
        }

        var buffer = ArrayPool<char>.Shared.Rent(_reader.ValueSpan.Length);
        try
        {
            return new(buffer, 0, _reader.CopyString(buffer));
        }
        catch (InvalidOperationException)
        {
            return LoneEscapes.Read(Encoding.UTF8.GetString(_reader.ValueSpan));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    public readonly bool TryNumber(out double number)
    {
        number = double.NaN;
        return _reader.TokenType == JsonTokenType.Number && _reader.TryGetDouble(out number);
    }

    public readonly DiagnosticException Fail(DiagnosticDescriptor descriptor, params object?[] arguments) => new(descriptor.At(Here, arguments));

    private readonly SourceLocation At(long offset)
    {
        var before = _bytes[..(int)offset];
        var start = before.LastIndexOf((byte)'\n') + 1;
        return new(_path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }
}
