using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>Every kind <c>draw</c> knows, in the order of <c>--list</c>.</summary>
internal static class DrawKinds
{
    public static ImmutableArray<DrawKind> All { get; } =
    [
        MapKinds.SelfAttention,
        MapKinds.CrossAttention,
        MapKinds.QuestionContext,
        MapKinds.Comparison,
        MapKinds.Stability,
        MapKinds.TargetRings,
        MapKinds.HalfPies,
        MapKinds.Evolution,
        MapKinds.Regions,
    ];
}
