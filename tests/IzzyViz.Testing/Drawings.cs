using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.Testing;

/// <summary>The figures that are drawn from arrays by name, as they are when nobody says more.</summary>
internal static class Drawings
{
    private static readonly ImmutableSortedDictionary<string, Func<FigureArrays, MapSettings, DrawnFigure>> ByName = new Dictionary<string, Func<FigureArrays, MapSettings, DrawnFigure>>(StringComparer.Ordinal)
    {
        ["self-attention"] = (a, s) => SelfAttentionFigure.Draw(a, s, LensSettings.Default),
        ["cross-attention"] = (a, s) => CrossAttentionFigure.Draw(a, s, LensSettings.Default, (CrossAttentionFigure.UseCases[0], null)),
        ["question-context"] = (a, s) => QuestionContextFigure.Draw(a, s, LensSettings.Default, Math.Max(1, a.First.Rows / 3)),
        ["comparison"] = (a, s) => ComparisonFigure.Draw(a, s, ComparisonSettings.Default),
        ["comparison-signed"] = (a, s) => ComparisonFigure.Draw(a, s, ComparisonSettings.Default with { IsSigned = true }),
        ["stability"] = (a, s) => StabilityFigure.Draw(a, s, StabilitySettings.Default),
        ["target-rings"] = (a, s) => TargetRingsFigure.Draw(a, s, RunMarkSettings.Default),
        ["half-pies"] = (a, s) => HalfPiesFigure.Draw(a, s, RunMarkSettings.Default),
        ["evolution"] = (a, s) => EvolutionFigure.Draw(a, s, LineScale.Shared),
        ["regions"] = (a, s) => RegionsFigure.Draw(a, s, RegionsSettings.Default),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Kinds => ByName.Keys;

    public static DrawnFigure Draw(string kind, FigureArrays arrays, MapSettings settings) => ByName[kind](arrays, settings);

    /// <summary>How many matrices a kind is drawn from.</summary>
    public static int Runs(string kind) => kind switch
    {
        "comparison" or "comparison-signed" => 2,
        "stability" or "target-rings" or "half-pies" or "evolution" => 5,
        _ => 1,
    };

    public static MapSettings Settings(string profile) => profile == "izzyviz" ? MapSettings.Compatible : MapSettings.Default;

    /// <summary>Made-up attention: one head per run.</summary>
    public static FigureArrays Sample(int tokens, int runs = 1, bool isCausal = false)
    {
        var maps = Enumerable.Range(0, runs).Select(k => SampleMaps.Single(tokens, isCausal, head: k)).ToArray();
        return new() { Source = "test.json", Axes = maps[0].Axes, Matrices = [.. maps.Select(m => WeightMap.Of(m).Values)] };
    }
}
