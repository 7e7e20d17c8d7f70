using System.Text.Json;

namespace IzzyViz.Tokenizers.Json;

/// <summary>Reads JSON token by token from a stream through a small buffer, so that large vocabularies are never held as text.</summary>
internal sealed class JsonTokenStream(Stream stream, string file)
{
    private const int Deepest = 64;

    /// <summary>Settings and added tokens are some thousands of values; what is large, vocabulary and merges, is not kept in a tree.</summary>
    private const int MostKept = 1_000_000;

    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private bool _complete;
    private int _kept;
    private JsonReaderState _state = new(new() { MaxDepth = Deepest, CommentHandling = JsonCommentHandling.Disallow });

    public JsonTokenType Kind { get; private set; }

    /// <summary>The text of a property name or string.</summary>
    public string Text { get; private set; } = "";

    public double Number { get; private set; }

    public string File => file;

    public bool Read()
    {
        try
        {
            while (!TryRead())
            {
                if (_complete)
                {
                    return false;
                }

                Fill();
            }

            return true;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new TokenizerException(file, "JSON", Describe(problem), "Fetch the file again.", problem);
        }
    }

    /// <summary>Reads on and demands a kind of token.</summary>
    public void Expect(JsonTokenType kind, string component)
    {
        if (!Read() || Kind != kind)
        {
            throw Unexpected(component, kind.ToString());
        }
    }

    public TokenizerException Unexpected(string component, string wanted) =>
        new(file, component, $"{wanted} was expected and {Kind} found.", "Save the tokenizer again with save_pretrained.");

    /// <summary>Counts a value that is kept as part of a tree.</summary>
    public void Keep()
    {
        if (++_kept > MostKept)
        {
            throw new TokenizerException(file, "JSON", $"it holds more than {MostKept} values beside its vocabulary.", "Fetch the file again; it is damaged or made to fail.");
        }
    }

    public void Skip()
    {
        var depth = Kind is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0;
        while (depth > 0 && Read())
        {
            depth += Kind is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1
                : Kind is JsonTokenType.EndArray or JsonTokenType.EndObject ? -1 : 0;
        }
    }

    private bool TryRead()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _complete, _state);
        if (!reader.Read())
        {
            _start += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            return false;
        }

        Kind = reader.TokenType;
        if (Kind is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            Text = reader.GetString()!;
        }
        else if (Kind == JsonTokenType.Number)
        {
            Number = reader.GetDouble();
        }

        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _complete = read == 0;
        _end += read;
    }

    private static string Describe(Exception problem) => problem is JsonException json
        ? $"it is not valid JSON (line {json.LineNumber + 1}): it is cut short or damaged."
        : "a string holds half of a surrogate pair.";
}
