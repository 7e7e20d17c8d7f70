using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What a JSON file said, key by key, with the place of each; null where it said nothing.</summary>
internal sealed record JsonData
{
    public static readonly ImmutableArray<string> Keys =
        ["tokens", "row_tokens", "col_tokens", "matrix", "matrices", "values", "mask", "special"];

    public ImmutableDictionary<string, SourceLocation> Places { get; init; } = ImmutableDictionary<string, SourceLocation>.Empty;

    public ImmutableArray<string>? Tokens { get; init; }

    public ImmutableArray<string>? RowTokens { get; init; }

    public ImmutableArray<string>? ColumnTokens { get; init; }

    /// <summary>NaN where a cell is <c>null</c>.</summary>
    public Matrix? Matrix { get; init; }

    public ImmutableArray<Matrix>? Matrices { get; init; }

    public Matrix? Values { get; init; }

    public bool IsCausal { get; init; }

    /// <summary>0 where a cell does not exist.</summary>
    public Matrix? Mask { get; init; }

    public ImmutableArray<int>? Special { get; init; }

    public SourceLocation PlaceOf(string file, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Places.TryGetValue(key, out var place))
            {
                return place;
            }
        }

        return new(file);
    }
}
