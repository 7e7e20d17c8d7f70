using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.AddedTokens;

/// <summary>Finds the longest added token that begins at a position.</summary>
internal sealed class TokenTrie
{
    private readonly PairTable _next = new(256);
    private readonly List<AddedToken?> _leaves = [null];
    private readonly HashSet<int> _first = [];

    public bool IsEmpty => _leaves.Count == 1;

    public void Add(ReadOnlySpan<int> pattern, AddedToken token)
    {
        if (pattern.IsEmpty)
        {
            return;
        }

        _first.Add(pattern[0]);
        var node = 0;
        foreach (var character in pattern)
        {
            if (!_next.TryGet(node, character, out var next))
            {
                _next[node, character] = next = _leaves.Count;
                _leaves.Add(null);
            }

            node = (int)next;
        }

        _leaves[node] = token;
    }

    public AddedToken? Longest(ReadOnlySpan<int> text, int start, out int end)
    {
        end = start;
        AddedToken? best = null;
        if (!_first.Contains(text[start]))
        {
            return null;
        }

        var node = 0;
        for (var i = start; i < text.Length && _next.TryGet(node, text[i], out var next); i++)
        {
            node = (int)next;
            if (_leaves[node] is { } token)
            {
                (best, end) = (token, i + 1);
            }
        }

        return best;
    }
}
