namespace IzzyViz.DemoModels.Layers;

/// <summary>The sizes of a model, and the conventions of its family.</summary>
internal sealed record ModelShape
{
    public required int Vocabulary { get; init; }

    public required int MaxPositions { get; init; }

    public int Width { get; init; } = 64;

    public int InnerWidth { get; init; } = 128;

    public int Heads { get; init; } = 4;

    public int Layers { get; init; } = 2;

    public required NormPlacement Placement { get; init; }

    public required ModuleNames Names { get; init; }
}
