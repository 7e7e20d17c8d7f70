using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IzzyViz.Fuzzing.Mutations;

/// <summary>Changes values of a JSON document and keeps it JSON, so that a reader gets past the syntax.</summary>
internal static class JsonMutation
{
    private static readonly string[] Edges =
        ["null", "true", "0", "-1", "1e99", "0.5", "2147483648", "9223372036854775808", "\"\"", "\"a\"", "\"\\u0000\"", "[]", "{}", "[[]]", "[1,2]"];

    public static byte[] Apply(byte[] input, MutationSource source)
    {
        if (source.Random.Next(8) == 0 || Parse(input) is not { } root)
        {
            return ByteMutation.Apply(input, source);
        }

        try
        {
            for (var times = source.Random.Next(1, 4); times > 0; times--)
            {
                Change(root, source);
            }

            return Encoding.UTF8.GetBytes(root.ToJsonString());
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // a name given twice, or bytes that are no text, show only when they are read
            return ByteMutation.Apply(input, source);
        }
    }

    private static JsonNode? Parse(byte[] input)
    {
        try
        {
            var root = JsonNode.Parse(input);
            // half a surrogate pair is found only when texts are read
            return root is JsonObject or JsonArray && root.ToJsonString().Length > 0 ? root : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Change(JsonNode root, MutationSource source)
    {
        var holders = All(root).Where(n => n is JsonObject { Count: > 0 } or JsonArray { Count: > 0 }).ToList();
        if (holders.Count == 0)
        {
            return;
        }

        if (source.Any(holders) is JsonObject named)
        {
            var key = source.Any(named.Select(p => p.Key).ToList());
            var value = Replacement(named[key], root, source);
            named.Remove(key);
            if (source.Random.Next(5) > 0)
            {
                named[source.Random.Next(6) == 0 ? key + "x" : key] = value;
            }
        }
        else if (source.Any(holders) is JsonArray list)
        {
            list.Insert(source.Random.Next(list.Count), Replacement(list[0], root, source));
            list.RemoveAt(source.Random.Next(list.Count));
        }
    }

    private static JsonNode? Replacement(JsonNode? old, JsonNode root, MutationSource source) => (source.Random.Next(4), old) switch
    {
        (0, _) => source.Any(All(root).ToList())?.DeepClone(),
        (1, _) when Parse(source.AnyInput()) is { } donor => source.Any(All(donor).ToList())?.DeepClone(),
        (2, JsonValue value) when value.GetValueKind() == JsonValueKind.String =>
            Encoding.UTF8.GetString(ByteMutation.Apply(Encoding.UTF8.GetBytes(value.ToString()), source)),
        _ => JsonNode.Parse(source.Any(Edges)),
    };

    private static IEnumerable<JsonNode?> All(JsonNode? node) => node switch
    {
        JsonObject named => named.SelectMany(p => All(p.Value)).Prepend(named),
        JsonArray list => list.SelectMany(All).Prepend(list),
        _ => [node],
    };
}
