using IzzyViz.Fuzzing.Mutations;

namespace IzzyViz.Fuzzing.Targets;

/// <summary>A reader of files. What it may do with any bytes at all: give a result, or its own error, soon and in little memory.</summary>
/// <param name="Read">Reads the bytes; returns for a result and for the reader's own errors, and lets every other exception out.</param>
internal sealed record FuzzTarget(string Name, Mutation Mutate, Action<byte[]> Read);
