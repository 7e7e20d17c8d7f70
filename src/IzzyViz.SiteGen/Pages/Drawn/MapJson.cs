using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Pages.Drawn;

/// <summary>All numbers of one map as the <c>draw</c> verb reads them: row and column tokens, the matrix, null where a cell is masked.</summary>
internal static class MapJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(AttentionMap map)
    {
        var bytes = new ArrayBufferWriter<byte>(64 + (map.Weights.Length * 12));
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            WriteLabels(json, "row_tokens", map.Axes.Queries);
            WriteLabels(json, "col_tokens", map.Axes.Keys);
            WriteMatrix(json, map);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteLabels(Utf8JsonWriter json, string name, TokenSequence tokens)
    {
        json.WriteStartArray(name);
        foreach (var token in tokens.Tokens)
        {
            json.WriteStringValue(token.Label);
        }

        json.WriteEndArray();
    }

    private static void WriteMatrix(Utf8JsonWriter json, AttentionMap map)
    {
        json.WriteStartArray("matrix");
        for (var query = 0; query < map.Axes.Queries.Count; query++)
        {
            json.WriteStartArray();
            for (var key = 0; key < map.Axes.Keys.Count; key++)
            {
                WriteCell(json, map, query, key);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, AttentionMap map, int query, int key)
    {
        if (map.Axes.Mask[query, key])
        {
            json.WriteNumberValue(map[query, key]);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
