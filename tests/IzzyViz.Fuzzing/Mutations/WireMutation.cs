namespace IzzyViz.Fuzzing.Mutations;

/// <summary>Changes the fields of a protobuf message and keeps the lengths around them true, so that a reader gets deep.</summary>
internal static class WireMutation
{
    private static readonly ulong[] Edges = [0, 1, 2, 7, 127, 128, 65_536, int.MaxValue, uint.MaxValue, long.MaxValue, ulong.MaxValue];

    public static byte[] Apply(byte[] input, MutationSource source)
    {
        if (source.Random.Next(8) == 0 || WireField.Parse(input) is not { Count: > 0 } fields)
        {
            return ByteMutation.Apply(input, source);
        }

        for (var times = source.Random.Next(1, 5); times > 0; times--)
        {
            Change(Message(fields, source), source);
        }

        return WireField.Write(fields);
    }

    /// <summary>One of the messages at some depth.</summary>
    private static List<WireField> Message(List<WireField> fields, MutationSource source)
    {
        while (source.Random.Next(5) > 0)
        {
            var inner = fields.Where(f => f.Inside is { Count: > 0 }).ToList();
            if (inner.Count == 0)
            {
                break;
            }

            fields = source.Any(inner).Inside!;
        }

        return fields;
    }

    private static void Change(List<WireField> message, MutationSource source)
    {
        var random = source.Random;
        if (message.Count == 0)
        {
            return;
        }

        var (at, other) = (random.Next(message.Count), random.Next(message.Count));
        switch (random.Next(6))
        {
            case 0:
                message.RemoveAt(at);
                break;
            case 1:
                message.Insert(other, message[at]);
                break;
            case 2:
                (message[at], message[other]) = (message[other], message[at]);
                break;
            case 3 when WireField.Parse(source.AnyInput()) is { Count: > 0 } donor:
                message[at] = source.Any(Message(donor, source));
                break;
            default:
                Value(message[at], message[other], source);
                break;
        }
    }

    private static void Value(WireField field, WireField other, MutationSource source)
    {
        field.Number = source.Random.Next(3) == 0 ? other.Number : source.Any(Edges);
        if (field.Inside is null)
        {
            field.Bytes = source.Random.Next(3) == 0 ? other.Bytes : ByteMutation.Apply(field.Bytes, source);
        }
    }
}
