using IzzyViz.Fuzzing.Targets;

namespace IzzyViz.Fuzzing.Running;

/// <summary>Takes parts out of an input as long as it fails in the same way.</summary>
internal static class Reducer
{
    public static int Write(FuzzTarget target, string file)
    {
        var input = File.ReadAllBytes(file);
        var signature = Trial.Of(target, input).Signature;
        if (signature.Length == 0)
        {
            Console.Error.WriteLine($"{target.Name} survives {file}");
            return 1;
        }

        for (var size = input.Length / 2; size > 0; size /= 2)
        {
            input = Without(input, size, smaller => Trial.Of(target, smaller).Signature == signature);
        }

        File.WriteAllBytes(file, input);
        Console.WriteLine($"{signature}: {input.Length} bytes");
        return 0;
    }

    private static byte[] Without(byte[] input, int size, Func<byte[], bool> fails)
    {
        for (var at = 0; at + size <= input.Length;)
        {
            byte[] smaller = [.. input[..at], .. input[(at + size)..]];
            if (fails(smaller))
            {
                input = smaller;
            }
            else
            {
                at += size;
            }
        }

        return input;
    }
}
