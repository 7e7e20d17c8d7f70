namespace IzzyViz.Tokenizers.Models;

/// <summary>Numbers by sequences of code points, reached one character at a time, so that all that begin at a position are found in one walk.</summary>
/// <param name="expected">About how many characters the sequences have in all.</param>
internal sealed class PrefixTree(int expected)
{
    /// <summary>Where a walk begins.</summary>
    public const int Root = 0;
    private const int None = -1;

    private readonly PairTable _next = new(expected);
    private readonly List<int> _values = [None];

    public bool IsEmpty => _values.Count == 1;

    /// <summary>Sets the number of a sequence; the last one counts.</summary>
    public void Add(ReadOnlySpan<int> sequence, int value)
    {
        var node = Root;
        foreach (var character in sequence)
        {
            if (!_next.TryGet(node, character, out var next))
            {
                _next[node, character] = next = _values.Count;
                _values.Add(None);
            }

            node = (int)next;
        }

        _values[node] = value;
    }

    /// <summary>Goes on by one character; false where no sequence does.</summary>
    public bool TryStep(ref int node, int character)
    {
        var goesOn = _next.TryGet(node, character, out var next);
        node = (int)next;
        return goesOn;
    }

    /// <summary>Whether a sequence ends here, and its number.</summary>
    public bool EndsAt(int node, out int value)
    {
        value = _values[node];
        return value != None;
    }
}
