using System.Text.Json;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Peers;

/// <summary>Made-up attention for both sides, as the file that both read.</summary>
internal static class PeerArrays
{
    public static FigureArrays Of(string kind, int size)
    {
        if (kind != "cross-attention")
        {
            return Drawings.Sample(size, Drawings.Runs(kind));
        }

        var map = SampleMaps.Cross(size * 5 / 6, size, layers: 1, heads: 1)[0];
        return new() { Source = "", Axes = map.Axes, Matrices = [WeightMap.Of(map).Values] };
    }

    public static void Write(string path, FigureArrays arrays)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        WriteTokens(json, "row_tokens", arrays.Axes.Queries);
        WriteTokens(json, "col_tokens", arrays.Axes.Keys);
        json.WriteStartArray("matrices");
        foreach (var matrix in arrays.Matrices)
        {
            WriteMatrix(json, matrix);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTokens(Utf8JsonWriter json, string name, TokenSequence tokens)
    {
        json.WriteStartArray(name);
        foreach (var token in tokens.Tokens)
        {
            json.WriteStringValue(token.Label);
        }

        json.WriteEndArray();
    }

    private static void WriteMatrix(Utf8JsonWriter json, Matrix matrix)
    {
        json.WriteStartArray();
        for (var row = 0; row < matrix.Rows; row++)
        {
            json.WriteStartArray();
            foreach (var value in matrix.Row(row))
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
