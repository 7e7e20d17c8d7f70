using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>
/// Tokens in a file of their own: JSON, either a list of strings or an object with <c>tokens</c> or <c>row_tokens</c> and <c>col_tokens</c>;
/// or text, one token a line.
/// </summary>
internal static class TokensFile
{
    public static (ImmutableArray<string>? Rows, ImmutableArray<string>? Columns, SourceLocation At) Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            ImmutableArray<string> lines = [.. File.ReadAllLines(path)];
            return (lines, lines, new(path));
        }

        if (JsonReader.TryReadList(path, bytes, out var tokens))
        {
            return (tokens, tokens, new(path, 1, 1));
        }

        var data = JsonReader.Read(path, bytes);
        return (data.RowTokens ?? data.Tokens, data.ColumnTokens ?? data.Tokens, data.PlaceOf(path, "tokens", "row_tokens", "col_tokens"));
    }
}
