using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Models;

/// <summary>What a model's part of the document said, before it is known to be consistent.</summary>
internal sealed class ModelDraft
{
    public Dictionary<string, int> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The vocabulary of a unigram model, in order of ids; null for the others.</summary>
    public List<ScoredToken>? Scored { get; set; }

    public List<MergeRule>? Merges { get; set; }

    public JsonObject Settings { get; } = [];
}
