using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>Which tokens of two tokenizers cover the same text: groups in the order of the text, each a run of tokens of either side.</summary>
public sealed record TokenAlignment(ImmutableArray<TokenGroup> Groups)
{
    /// <summary>Groups in which one side has several tokens.</summary>
    [JsonIgnore]
    public int Merged => Groups.Count(g => g.First.Count > 1 || g.Second.Count > 1);

    /// <summary>Groups of which the other side has nothing: a special token it does without, or text it cut off.</summary>
    [JsonIgnore]
    public int OneSided => Groups.Count(g => !g.IsShared);

    [JsonIgnore]
    public bool IsIdentity => Groups.Select((g, i) => g.First == new TokenRun(i, 1) && g.Second == g.First).All(same => same);

    /// <summary>Each token with the one of the same place.</summary>
    public static TokenAlignment Identity(int count) => new([.. Enumerable.Range(0, count).Select(i => new TokenGroup(new(i, 1), new(i, 1)))]);
}

/// <summary>Tokens of either side that cover the same text; one side may have none.</summary>
public readonly record struct TokenGroup(TokenRun First, TokenRun Second)
{
    [JsonIgnore]
    public bool IsShared => First.Count > 0 && Second.Count > 0;
}

/// <summary>Tokens next to each other; none where <paramref name="Count"/> is 0.</summary>
public readonly record struct TokenRun(int Start, int Count)
{
    [JsonIgnore]
    public int End => Start + Count;
}
