namespace IzzyViz.Tokenizers.Models;

/// <summary>Tokens and their ids, both ways.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<int, string> _sparse = [];
    private readonly string?[] _tokens;

    public Vocabulary(Dictionary<string, int> ids)
    {
        _ids = ids;
        _lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        MaxId = ids.Count == 0 ? -1 : ids.Values.Max();
        _tokens = new string?[(int)Math.Min(MaxId + 1L, ids.Count * 2L + 1000)];
        foreach (var (token, id) in ids)
        {
            if (id < _tokens.Length)
            {
                _tokens[id] = token;
            }
            else
            {
                _sparse[id] = token;
            }
        }
    }

    /// <summary>Number of tokens, which ids may pass where they have gaps.</summary>
    public int Count => _ids.Count;

    public int MaxId { get; }

    public string? TokenOf(int id) => (uint)id < (uint)_tokens.Length ? _tokens[id] : _sparse.GetValueOrDefault(id);

    public int? IdOf(string token) => _ids.TryGetValue(token, out var id) ? id : null;

    public bool TryGet(ReadOnlySpan<char> token, out int id) => _lookup.TryGetValue(token, out id);
}
