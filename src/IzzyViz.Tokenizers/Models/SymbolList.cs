namespace IzzyViz.Tokenizers.Models;

/// <summary>Symbols in the making, each linked to its neighbours. One unknown token is held back, so that more of it can join.</summary>
internal sealed class SymbolList(int capacity)
{
    private readonly List<Symbol> _symbols = new(capacity);
    private int? _held;
    private int _heldBytes;

    public void Add(int id, int bytes)
    {
        Release();
        AddInFront(id, bytes);
    }

    /// <summary>Adds a symbol in front of an unknown token that is held back.</summary>
    public void AddInFront(int id, int bytes)
    {
        var last = _symbols.Count - 1;
        if (last >= 0)
        {
            _symbols[last] = _symbols[last] with { Next = last + 1 };
        }

        _symbols.Add(new(id, bytes, last, -1));
    }

    /// <summary>Holds an unknown token back. One held before takes the bytes in where they fuse, and is a symbol of its own where not.</summary>
    public void Hold(int id, int bytes, bool fuses)
    {
        if (!fuses)
        {
            Release();
        }

        _heldBytes = _held is null ? bytes : _heldBytes + bytes;
        _held = id;
    }

    public List<Symbol> Finish()
    {
        Release();
        return _symbols;
    }

    private void Release()
    {
        if (_held is { } unknown)
        {
            _held = null;
            AddInFront(unknown, _heldBytes);
        }
    }
}
