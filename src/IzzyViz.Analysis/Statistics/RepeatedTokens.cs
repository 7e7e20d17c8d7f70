using System.Runtime.InteropServices;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Statistics;

/// <summary>Where the tokens of a sequence occurred before. Special tokens repeat by design of the template and are left out.</summary>
internal sealed class RepeatedTokens
{
    private readonly TokenSequence _tokens;
    private readonly Dictionary<int, List<int>> _positions = [];
    private readonly int[] _earlier;

    public RepeatedTokens(TokenSequence tokens)
    {
        _tokens = tokens;
        _earlier = new int[tokens.Count];
        for (var p = 0; p < tokens.Count; p++)
        {
            if (tokens.Tokens[p].IsSpecial)
            {
                continue;
            }

            var known = Occurrences(tokens.Tokens[p].Id);
            _earlier[p] = known.Count;
            known.Add(p);
        }
    }

    /// <summary>Positions before <paramref name="position"/> that hold the same token, ascending.</summary>
    public ReadOnlySpan<int> Before(int position) => _earlier[position] == 0
        ? []
        : CollectionsMarshal.AsSpan(_positions[_tokens.Tokens[position].Id])[.._earlier[position]];

    private List<int> Occurrences(int id)
    {
        if (!_positions.TryGetValue(id, out var known))
        {
            _positions[id] = known = [];
        }

        return known;
    }
}
