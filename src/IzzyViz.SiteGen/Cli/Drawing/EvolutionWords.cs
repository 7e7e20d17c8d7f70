using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>Attention through layers, while a text is written, and by roles, as words of <c>draw</c>.</summary>
internal static class EvolutionWords
{
    private const string Layered = "the maps of the layers, or of their heads with --layers";

    public static ImmutableArray<DrawKind> All { get; } =
    [
        ViewWords.Kind("rollout", Layered, [ViewOptions.Layers, ViewOptions.Token, ViewOptions.FlowFloor], Rollout),
        ViewWords.Kind("layer-arcs", Layered, [ViewOptions.Layers, ViewOptions.ArcFloor], LayerArcs),
        ViewWords.Kind("token-journey", Layered, [ViewOptions.Layers, ViewOptions.Token, ViewOptions.Keys], TokenJourney),
        ViewWords.Kind("generation", "the maps of heads over prompt and written text, or over the source, taken together", [ViewOptions.Prompt], Generation),
        ViewWords.Kind("role-map", "the maps of heads", [ViewOptions.Layers], RoleMap),
        ViewWords.Kind("head-atlas", "the maps of heads", [ViewOptions.Layers], Atlas),
    ];

    private static ImmutableArray<AttentionMap> Layers(FigureArrays arrays, DrawCall call) =>
        DrawnMaps.Layers(arrays, ViewOptions.LayersOf(call, arrays));

    private static int? Token(FigureArrays arrays, DrawCall call) => DrawnMaps.Token(arrays, "--token", (call.Value(ViewOptions.Token), arrays.Axes.Queries.Count));

    private static DrawnFigure Rollout(FigureArrays arrays, DrawCall call)
    {
        var (layers, token) = (Layers(arrays, call), Token(arrays, call));
        return new(RolloutFigure.Draw(layers, RolloutOptions.Default with { Token = token, Floor = call.Value(ViewOptions.FlowFloor) }), ViewNumbers.Rollout(layers, token));
    }

    private static DrawnFigure LayerArcs(FigureArrays arrays, DrawCall call)
    {
        var (layers, floor) = (Layers(arrays, call), call.Value(ViewOptions.ArcFloor));
        return new(LayerArcsFigure.Draw(layers, LayerArcsOptions.Default with { Floor = floor }), ViewNumbers.Lines(layers, floor, LayerArcsOptions.Default.MostArcs));
    }

    private static DrawnFigure TokenJourney(FigureArrays arrays, DrawCall call)
    {
        var (layers, keys) = (Layers(arrays, call), Math.Min(call.Value(ViewOptions.Keys), TokenJourneyOptions.Default.Keys));
        var token = Token(arrays, call) ?? FollowedToken.Of(arrays.Axes);
        return new(TokenJourneyFigure.Draw(layers, TokenJourneyOptions.Default with { Token = token, Keys = keys }), ViewNumbers.Bands(token, JourneyBands.Of(layers, token, keys)));
    }

    private static DrawnFigure Generation(FigureArrays arrays, DrawCall call)
    {
        var (prompt, tokens) = (call.Value(ViewOptions.Prompt), arrays.Axes.Queries.Count);
        if (prompt >= tokens)
        {
            throw new DiagnosticException(MapDiagnostics.SplitOutside.At(arrays.Source, "--prompt", prompt, tokens - 1));
        }

        var maps = DrawnMaps.Of(arrays);
        var mean = HeadMean.Of(maps);
        var options = new GenerationOptions { Prompt = prompt, Heads = maps.Length == 1 ? "of one map" : $"mean of {maps.Length} maps", Exponent = ViewOptions.Exponent(call, 0.7) };
        return new(GenerationFigure.Draw(mean, options), ViewNumbers.Steps(GenerationSteps.Of(mean, prompt)));
    }

    private static DrawnFigure RoleMap(FigureArrays arrays, DrawCall call)
    {
        var heads = Roles(arrays, call);
        return new(RoleMapFigure.Draw(heads, RoleMapOptions.Default with { Over = "one example" }), ViewNumbers.Roles(heads));
    }

    private static DrawnFigure Atlas(FigureArrays arrays, DrawCall call)
    {
        var heads = Roles(arrays, call);
        return new(HeadAtlasFigure.Draw(heads, HeadAtlasOptions.Default with { Over = "one example" }), ViewNumbers.Atlas(HeadAtlas.Of(heads, HeadAtlasFigure.MostGroups)));
    }

    private static ImmutableArray<RoleShares> Roles(FigureArrays arrays, DrawCall call)
    {
        var layers = ViewOptions.StackOf(call, arrays);
        var heads = RoleShares.Of([DrawnMaps.Of(arrays, layers)]);
        return heads.IsEmpty ? throw new DiagnosticException(ViewDiagnostics.NoRowCounts.At(arrays.Source)) : heads;
    }
}
