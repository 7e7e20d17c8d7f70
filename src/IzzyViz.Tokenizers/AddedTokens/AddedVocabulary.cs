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

    public AddedVocabulary(IEnumerable<AddedToken> tokens, Vocabulary model)
    {
        foreach (var token in tokens.Where(t => t.Content.Length > 0))
        {
            Add(token, model);
        }
    }

    public IEnumerable<AddedToken> Tokens => _order.Select(id => _byId[id]);

    public int MaxId => _byId.Keys.DefaultIfEmpty(-1).Max();

    public AddedToken? Find(string content) => _tokens.GetValueOrDefault(content);

    public AddedToken? Find(int id) => _byId.GetValueOrDefault(id);

    public AddedTokenFinder CreateFinder(Normalizer? normalizer, UnicodeTables tables)
    {
        TokenTrie raw = new(), normalized = new();
        foreach (var token in Tokens)
        {
            var pattern = AlignedText.From(CodePoints.Of(token.Content));
            var isNormalized = token.Normalized && normalizer is not null;
            (token.Normalized ? normalized : raw).Add((isNormalized ? normalizer!.Apply(pattern) : pattern).Characters, token);
        }

        return new(raw, normalized, normalizer, tables);
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
    }

    private int NextId(Vocabulary model) => Math.Max(MaxId + 1, model.Count);
}
