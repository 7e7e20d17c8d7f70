using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.AddedTokens;

/// <summary>Finds the longest added token that begins at a position.</summary>
internal sealed class TokenTrie
{
    private readonly PrefixTree _tree = new(256);
    private readonly List<AddedToken> _tokens = [];
    private readonly HashSet<int> _first = [];

    public bool IsEmpty => _tree.IsEmpty;

    public void Add(ReadOnlySpan<int> pattern, AddedToken token)
    {
        if (pattern.IsEmpty)
        {
            return;
        }

        _first.Add(pattern[0]);
        _tree.Add(pattern, _tokens.Count);
        _tokens.Add(token);
    }

    public AddedToken? Longest(ReadOnlySpan<int> text, int start, out int end)
    {
        (end, var longest) = (start, -1);
        if (!_first.Contains(text[start]))
        {
            return null;
        }

        var node = PrefixTree.Root;
        for (var i = start; i < text.Length && _tree.TryStep(ref node, text[i]); i++)
        {
            if (_tree.EndsAt(node, out var token))
            {
                (longest, end) = (token, i + 1);
            }
        }

        return longest < 0 ? null : _tokens[longest];
    }
}
