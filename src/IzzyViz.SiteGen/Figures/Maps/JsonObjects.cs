using System.Text.Json;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>Lists of objects in JSON, and what those of several figures share.</summary>
internal static class JsonObjects
{
    /// <param name="write">Writes the properties of one.</param>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A list of lists of numbers.</summary>
    public static void WriteTuples(this Utf8JsonWriter json, string name, IEnumerable<double[]> tuples)
    {
        json.WriteStartArray(name);
        foreach (var tuple in tuples)
        {
            json.WriteNumbers(null, tuple);
        }

        json.WriteEndArray();
    }

    /// <summary>A circle about the centre of a cell, in cell units.</summary>
    public static void WriteCircle(this Utf8JsonWriter json, int row, int column, double radius)
    {
        json.WriteNumber("cx", column + 0.5);
        json.WriteNumber("cy", row + 0.5);
        json.WriteNumber("r", radius);
    }
}
