using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Figures.Evolution;

internal sealed record RolloutOptions
{
    public static readonly RolloutOptions Default = new();

    public string Slug { get; init; } = "rollout";

    /// <summary>The output token followed back; <see cref="FollowedToken"/> if null.</summary>
    public int? Token { get; init; }

    /// <summary>Thinner flows are counted, not drawn.</summary>
    public double Floor { get; init; } = 0.004;

    public int MostFlows { get; init; } = 3000;
}

/// <summary>Attention rollout (Abnar and Zuidema 2020) as a layered flow: how one output token is made up of the input tokens.</summary>
internal static class RolloutFigure
{
    /// <param name="layers">One map per layer of self-attention, the mean of its heads.</param>
    public static Figure Draw(ImmutableArray<AttentionMap> layers, RolloutOptions options)
    {
        var tokens = layers[0].Axes.Queries;
        var target = options.Token ?? FollowedToken.Of(layers[0].Axes);
        var flow = RolloutFlow.Of(AttentionRollout.Mixed(layers), target);
        var edges = FlowEdges.Of(flow, options.Floor, options.MostFlows);
        return new()
        {
            Slug = options.Slug,
            Title = $"Where “{tokens.Tokens[target].Label}” comes from, by rollout",
            Description = Description(flow, tokens, target),
            HowToRead = "Read from the right: the output token takes half of itself from its own place (the residual connection) and half by the mean attention of the layer’s heads, "
                + "again and again down to the input. The bars on the left are the shares of the input tokens.",
            Legend = $"Thickness is the share of the output token that passes. {edges.Words()}",
            Scene = new RolloutLayout(flow, edges, tokens, target).Compose(),
        };
    }

    private static string Description(RolloutFlow flow, TokenSequence tokens, int target)
    {
        var most = flow.Reach[0].Index().OrderByDescending(r => r.Item).Take(4).Select(r => $"“{tokens.Tokens[r.Index].Label}” (token {r.Index}) {FigureNumber.PerCent(r.Item)}");
        return $"Token {target}, “{tokens.Tokens[target].Label}”, followed back through {flow.Layers} layers to the {tokens.Count} input tokens. Largest shares: {string.Join(", ", most)}.";
    }
}
