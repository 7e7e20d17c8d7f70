using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Reads the wanted members of one JSON object. Of a name that occurs twice the last counts, as everywhere in .NET.</summary>
internal sealed class JsonRow(ImmutableArray<string> columns)
{
    private readonly byte[][] _names = [.. columns.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The names of an object's members; none where the line is not an object.</summary>
    public static ImmutableArray<string> Names(ReadOnlySpan<byte> line)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        try
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                {
                    names.Add(reader.GetString()!);
                    reader.Skip();
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is wrong with the line is reported when its row is read.
        }

        return names.ToImmutable();
    }

    /// <exception cref="JsonException">The line is not one object, or a string in it holds half a surrogate pair.</exception>
    public Field[] Parse(ReadOnlySpan<byte> line)
    {
        var fields = new Field[_names.Length];
        var reader = new Utf8JsonReader(line);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"it starts with {Describe(reader.TokenType)}.", null, 0, 0);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, fields);
        }

        // Anything after the object throws.
        reader.Read();
        return fields;
    }

    /// <summary>The reader's message without its own line and position, which are relative to the row.</summary>
    public static string Explain(JsonException e) => e.Message.Split(" LineNumber:")[0];

    private void ReadMember(ref Utf8JsonReader reader, Field[] fields)
    {
        var index = IndexOf(ref reader);
        reader.Read();
        if (index < 0)
        {
            reader.Skip();
            return;
        }

        fields[index] = JsonField.Read(ref reader);
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (reader.ValueTextEquals(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Describe(JsonTokenType type) => type switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        _ => "something else",
    };
}
