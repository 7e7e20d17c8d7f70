using System.Collections.Immutable;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Tests;

/// <summary>Each architecture small enough to differentiate by hand, with weights no training has smoothed.</summary>
internal static class TinyModels
{
    private const int Vocabulary = 11;

    public static ImmutableArray<Sample> Samples(string kind) => kind switch
    {
        "classifier" => [new([1, 5, 7, 2], [1]), new([1, 9, 2], [0]), new([1, 3, 3, 8, 6, 2], [1])],
        "decoder" => [new([0, 4, 5, 4, 5], [4, 5, 4, 5, CrossEntropy.Ignored]), new([0, 9, 10], [9, 10, CrossEntropy.Ignored])],
        _ =>
        [
            new([0, 4, 5], [4, 5, 1]) { Source = [6, 7, 8, 9, 1] },
            new([0, 10], [10, 1]) { Source = [3, 1] },
        ],
    };

    public static IDemoModel New(string kind, int layers = 2) => kind switch
    {
        "classifier" => new EncoderClassifier(Shape(NormPlacement.After, ModuleNames.Bert, layers), classes: 3, seed: 5),
        "decoder" => new CausalDecoder(Shape(NormPlacement.Before, ModuleNames.Bart, layers), seed: 5),
        _ => new EncoderDecoder(Shape(NormPlacement.After, ModuleNames.Bart, layers), seed: 5),
    };

    private static ModelShape Shape(NormPlacement placement, ModuleNames names, int layers) => new()
    {
        Vocabulary = Vocabulary,
        MaxPositions = 8,
        Width = 8,
        InnerWidth = 12,
        Heads = 2,
        Layers = layers,
        Placement = placement,
        Names = names,
    };
}
