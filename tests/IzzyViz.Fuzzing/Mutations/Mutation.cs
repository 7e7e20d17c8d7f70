namespace IzzyViz.Fuzzing.Mutations;

/// <summary>Makes another input from one.</summary>
internal delegate byte[] Mutation(byte[] input, MutationSource source);

/// <summary>Chance, and inputs to take parts from.</summary>
internal sealed record MutationSource(Random Random, IReadOnlyList<byte[]> Inputs)
{
    public byte[] AnyInput() => Inputs[Random.Next(Inputs.Count)];

    public T Any<T>(IReadOnlyList<T> items) => items[Random.Next(items.Count)];
}
