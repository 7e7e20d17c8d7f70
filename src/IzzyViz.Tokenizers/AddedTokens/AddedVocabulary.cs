using IzzyViz.Tokenizers.Models;
using IzzyViz.Tokenizers.Normalizers;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.AddedTokens;

/// <summary>
/// The added tokens and their ids. The reference does not use the ids in the file: a token the model has keeps the
/// model's id, any other gets the next free one in order.
/// </summary>
internal sealed class AddedVocabulary
{
    private readonly Dictionary<string, AddedToken> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<int, AddedToken> _byId = [];
    private readonly List<int> _order = [];
    private readonly Normalizer? _normalizer;

    public AddedVocabulary(IEnumerable<AddedToken> tokens, Vocabulary model, Normalizer? normalizer)
    {
        _normalizer = normalizer;
        foreach (var token in tokens.Where(t => t.Content.Length > 0))
        {
            Add(token, model);
        }
    }

    public int MaxId { get; private set; } = -1;

    public AddedToken? Find(string content) => _tokens.GetValueOrDefault(content);

    public AddedToken? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>The text of an id, in the form it is looked for; null where the id is the model's own.</summary>
    public string? TextOf(int id) => Find(id) is { } token ? PatternOf(token).ToString() : null;

    /// <summary>Whether decoding without special tokens leaves this text out.</summary>
    public bool IsSpecial(string text) => Find(text) is { Special: true };

    public AddedTokenFinder CreateFinder(UnicodeTables tables)
    {
        TokenTrie raw = new(), normalized = new();
        foreach (var token in _order.Select(id => _byId[id]))
        {
            (token.Normalized ? normalized : raw).Add(PatternOf(token).Characters, token);
        }

        return new(raw, normalized, _normalizer, tables);
    }

    private AlignedText PatternOf(AddedToken token)
    {
        var pattern = AlignedText.From(CodePoints.Of(token.Content));
        return token.Normalized && _normalizer is not null ? _normalizer.Apply(pattern) : pattern;
    }

    private void Add(AddedToken token, Vocabulary model)
    {
        var id = Find(token.Content)?.Id ?? model.IdOf(token.Content) ?? NextId(model);
        token = token with { Id = id };
        if (!_byId.ContainsKey(id))
        {
            _order.Add(id);
        }

        _tokens[token.Content] = _byId[id] = token;
        MaxId = Math.Max(MaxId, id);
    }

    private int NextId(Vocabulary model) => Math.Max(MaxId + 1, model.Count);
}
