using System.Collections.Immutable;
using IzzyViz.Fuzzing.Mutations;

namespace IzzyViz.Fuzzing.Targets;

/// <summary>Every reader of files that a stranger may have made.</summary>
internal static class Catalogue
{
    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        new("onnx", WireMutation.Apply, ModelTarget.Graph),
        new("config", JsonMutation.Apply, ModelTarget.Config),
        new("safetensors", SafetensorsTarget.Mutate, SafetensorsTarget.Read),
        new("tokenizer", JsonMutation.Apply, TokenizerTarget.Json),
        new("tokenizer-config", JsonMutation.Apply, TokenizerTarget.Config),
        new("sentencepiece", WireMutation.Apply, TokenizerTarget.SentencePiece),
        new("pattern", ByteMutation.Apply, PatternTarget.Read),
    ];

    public static FuzzTarget Find(string name) => All.FirstOrDefault(t => t.Name == name)
        ?? throw new ArgumentException($"there is no target '{name}'; known are {string.Join(", ", All.Select(t => t.Name))}", nameof(name));
}
