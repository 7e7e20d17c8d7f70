using System.Text.Json;
using IzzyViz.SiteGen.Arrays;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>Lists and grids of numbers in JSON; <c>null</c> for a cell that does not exist.</summary>
internal static class JsonNumbers
{
    public static void WriteNumbers(this Utf8JsonWriter json, string? name, IEnumerable<double> numbers)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    public static void WriteGrid(this Utf8JsonWriter json, string name, WeightMap map, Action<double> write)
    {
        json.WriteStartArray(name);
        for (var row = 0; row < map.Values.Rows; row++)
        {
            json.WriteStartArray();
            for (var column = 0; column < map.Values.Columns; column++)
            {
                if (map.Axes.Mask[row, column])
                {
                    write(map[row, column]);
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static void WriteGrid(this Utf8JsonWriter json, string name, WeightMap like, Matrix values) =>
        json.WriteGrid(name, like with { Values = values }, json.WriteNumberValue);
}
