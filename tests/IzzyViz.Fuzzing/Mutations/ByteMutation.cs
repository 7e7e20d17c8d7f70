namespace IzzyViz.Fuzzing.Mutations;

/// <summary>Changes that know nothing of the format: bits, bytes, cuts, repeats, joins.</summary>
internal static class ByteMutation
{
    private const int LargestPart = 64;
    private static readonly byte[] Edges = [0, 1, 2, 0x7F, 0x80, 0xFF, (byte)'"', (byte)'{', (byte)'[', (byte)'(', (byte)'\\', (byte)'*'];

    public static byte[] Apply(byte[] input, MutationSource source)
    {
        for (var times = source.Random.Next(1, 4); times > 0; times--)
        {
            input = Once(input, source);
        }

        return input;
    }

    private static byte[] Once(byte[] input, MutationSource source)
    {
        var random = source.Random;
        var at = random.Next(input.Length + 1);
        var length = random.Next(Math.Min(LargestPart, input.Length - at) + 1);
        byte[] part = input[at..(at + length)];
        return random.Next(8) switch
        {
            0 => input[..at],
            1 => [.. input[..at], .. input[(at + length)..]],
            2 => [.. input[..at], .. Enumerable.Repeat(part, random.Next(2, 40)).SelectMany(p => p), .. input[at..]],
            3 => [.. input[..at], .. Slice(source.AnyInput(), random), .. input[(at + length)..]],
            4 => [.. input[..at], .. Enumerable.Repeat((byte)0xFF, random.Next(1, 12)), .. input[at..]],
            5 => [.. input[..at], source.Any(Edges), .. input[Math.Min(input.Length, at + 1)..]],
            _ => Flipped(input, random),
        };
    }

    private static byte[] Slice(byte[] other, Random random)
    {
        var at = random.Next(other.Length + 1);
        return other[at..(at + random.Next(Math.Min(LargestPart, other.Length - at) + 1))];
    }

    private static byte[] Flipped(byte[] input, Random random)
    {
        byte[] changed = [.. input];
        if (changed.Length > 0)
        {
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        }

        return changed;
    }
}
