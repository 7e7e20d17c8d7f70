using System.Buffers.Binary;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Fuzzing.Mutations;

namespace IzzyViz.Fuzzing.Targets;

/// <summary>Stored results and goldens.</summary>
internal static class SafetensorsTarget
{
    private const int Prefix = 8;

    public static void Read(byte[] input)
    {
        try
        {
            foreach (var tensor in SafetensorsReader.Read(input).Tensors.Values)
            {
                tensor.ToSingles();
                tensor.ToInt64s();
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            // The reader's own words for a damaged file.
        }
    }

    /// <summary>Mostly changes the header and keeps its length true; else the reader would see no further than that.</summary>
    public static byte[] Mutate(byte[] input, MutationSource source)
    {
        if (input.Length <= Prefix || source.Random.Next(4) == 0)
        {
            return ByteMutation.Apply(input, source);
        }

        var length = (int)Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(input), 0, input.Length - Prefix);
        var header = JsonMutation.Apply(input[Prefix..(Prefix + length)], source);
        var written = new byte[Prefix];
        BinaryPrimitives.WriteInt64LittleEndian(written, header.Length);
        return [.. written, .. header, .. input[(Prefix + length)..]];
    }
}
