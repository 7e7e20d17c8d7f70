using System.Collections.Immutable;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Pages.Examples;

/// <summary>One token as it is set everywhere: its label, and on hover the text it came from.</summary>
/// <param name="Index">Position in its sequence, from 0.</param>
/// <param name="Role">"special", or "first" and "second" for the segments of a pair.</param>
internal sealed record TokenChip(int Index, string Label, string Source, string Role, int Id)
{
    public string Title => Source.Length == 0 ? $"token {Index}, id {Id}, covers no text" : $"token {Index}, id {Id}, from “{Source}”";

    public static ImmutableArray<TokenChip> From(TokenSequence tokens) =>
        [.. tokens.Tokens.Select((token, index) => new TokenChip(index, token.Label, tokens.SourceOf(token), RoleOf(token), token.Id))];

    private static string RoleOf(Token token) => (token.IsSpecial, token.Segment) switch
    {
        (true, _) => "special",
        (_, 1) => "second",
        _ => "first",
    };
}
