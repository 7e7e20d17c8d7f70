using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Models;

/// <summary>What a model's part of the document said, before it is known to be consistent.</summary>
internal sealed class ModelDraft
{
    public Dictionary<string, int> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The vocabulary of a unigram model, in order of ids; null for the others.</summary>
    public List<ScoredToken>? Scored { get; set; }

    public List<MergeRule>? Merges { get; set; }

    public JsonObject Settings { get; init; } = [];

    /// <summary>Lines read of a vocabulary that is a list.</summary>
    public int Lines { get; set; }

    public int? IdOf(string token)
    {
        if (Scored is not null)
        {
            return Scored.FindLastIndex(t => t.Text == token) is >= 0 and var index ? index : null;
        }

        return Ids.TryGetValue(token, out var id) ? id : null;
    }
}
