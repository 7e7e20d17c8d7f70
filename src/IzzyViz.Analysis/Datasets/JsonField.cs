using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace IzzyViz.Analysis.Datasets;

/// <summary>A JSON value as a <see cref="Field"/>; the reader stands on its first token, and afterwards on its last.</summary>
internal static class JsonField
{
    public static Field Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                return List(ref reader);
            case JsonTokenType.StartObject:
                return Object(ref reader);
            default:
                return Scalar(ref reader);
        }
    }

    private static Field Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => Field.Text(Text(ref reader)),
        JsonTokenType.Number => Field.Number(Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.True => Field.Boolean(true),
        JsonTokenType.False => Field.Boolean(false),
        _ => Field.Null,
    };

    /// <summary>Datasets write a message as role and content, or as from and value.</summary>
    private static Field Object(ref Utf8JsonReader reader)
    {
        var (speaker, words) = (false, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            speaker |= reader.ValueTextEquals("role") || reader.ValueTextEquals("from");
            words |= reader.ValueTextEquals("content") || reader.ValueTextEquals("value");
            reader.Skip();
        }

        return new(speaker && words ? FieldKind.Message : FieldKind.Other, "an object", []);
    }

    private static Field List(ref Utf8JsonReader reader)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        var (isFlat, isConversation) = (true, true);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = Read(ref reader);
            isFlat &= item.IsScalar;
            isConversation &= item.Kind == FieldKind.Message;
            items.Add(item.Value);
        }

        return isFlat ? Field.List(items.ToImmutable())
            : isConversation ? new(FieldKind.Conversation, "", [])
            : new(FieldKind.Other, "a list of more than plain values", []);
    }

    // A lone \ud83d cannot be a .NET string that encodes to UTF-8 again.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(@"a string holds half a surrogate pair (a lone \ud800–\udfff).", null, 0, reader.TokenStartIndex, e);
        }
    }
}
