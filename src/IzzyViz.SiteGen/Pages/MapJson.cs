using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Pages;

/// <summary>All numbers of one map as the <c>draw</c> verb reads them: row and column tokens, the matrix, null where a cell is masked.</summary>
internal static class MapJson
{
    private static readonly MapJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static string Write(AttentionMap map) => JsonSerializer.Serialize(
        new MapData(Labels(map.Axes.Queries), Labels(map.Axes.Keys), [.. Enumerable.Range(0, map.Axes.Queries.Count).Select(query => Row(map, query))]),
        Context.MapData);

    private static ImmutableArray<string> Labels(TokenSequence tokens) => [.. tokens.Tokens.Select(t => t.Label)];

    private static ImmutableArray<float?> Row(AttentionMap map, int query) =>
        [.. Enumerable.Range(0, map.Axes.Keys.Count).Select(key => map.Axes.Mask[query, key] ? map[query, key] : (float?)null)];
}

/// <param name="Matrix"><c>[query, key]</c>.</param>
internal sealed record MapData(ImmutableArray<string> RowTokens, ImmutableArray<string> ColTokens, ImmutableArray<ImmutableArray<float?>> Matrix);

[JsonSerializable(typeof(MapData))]
internal sealed partial class MapJsonContext : JsonSerializerContext;
