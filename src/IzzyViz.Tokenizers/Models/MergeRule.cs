namespace IzzyViz.Tokenizers.Models;

/// <summary>One line of merges: two tokens, written as one text with a space or apart.</summary>
internal readonly record struct MergeRule(string Joined, int Space, string? Second = null)
{
    public ReadOnlySpan<char> Left => Second is null ? Joined.AsSpan(0, Space) : Joined;

    public ReadOnlySpan<char> Right => Second is null ? Joined.AsSpan(Space + 1) : Second;
}
