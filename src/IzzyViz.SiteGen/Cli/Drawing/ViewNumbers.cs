using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>The numbers behind a view, as <c>--data</c> writes them.</summary>
internal static class ViewNumbers
{
    /// <summary>Lines as <c>[layer, head, query, key, weight]</c>, weakest first.</summary>
    public static FigureData Lines(ImmutableArray<AttentionMap> maps, double floor, int most)
    {
        var lines = WeightLines.Of(maps, new(floor, most));
        return Of(
            ("floor", lines.Floor), ("drawn", lines.Drawn.Length), ("dropped", lines.Dropped), ("dropped_share", lines.DroppedShare),
            ("lines", lines.Drawn.Select(l => new[] { maps[l.Map].Head.Layer, maps[l.Map].Head.Head, l.Query, l.Key, l.Weight })));
    }

    public static FigureData Sum(ImmutableArray<AttentionMap> maps, HeadSumOptions options)
    {
        var mean = HeadMean.Of(maps);
        var lines = MassLines.Of(mean, options.Mass, options.MostLines);
        return Of(
            ("received", ReceivedWeight.Of(mean)), ("drawn", lines.Drawn.Length), ("dropped", lines.Dropped), ("dropped_share", lines.DroppedShare),
            ("lines", lines.Drawn.Select(l => new[] { l.Query, l.Key, l.Weight })));
    }

    /// <summary>A value per token; null where it cannot be seen.</summary>
    public static FigureData Shades(double[] values) => Of(("values", values.Select(v => double.IsNaN(v) ? null : (double?)v)));

    public static FigureData Products(QueryKeyProducts products) => Of(
        ("scale", products.Scale), ("keys", products.Keys), ("dimensions", products.Dimensions), ("sums", products.Sums), ("softmax", products.Softmax),
        ("products", products.Keys.Select(k => products.Dimensions.Select(d => products.Product(k, d)))));

    /// <summary>The rollout of all tokens <c>[output, input]</c>, and the shares that pass through each token <c>[level, token]</c>.</summary>
    public static FigureData Rollout(ImmutableArray<AttentionMap> layers, int? token)
    {
        var mixed = AttentionRollout.Mixed(layers);
        var (last, target) = (AttentionRollout.Of(mixed)[^1], token ?? FollowedToken.Of(layers[0].Axes));
        return Of(("token", target), ("rollout", Enumerable.Range(0, last.Size).Select(i => last.Row(i).ToArray())), ("reach", RolloutFlow.Of(mixed, target).Reach));
    }

    public static FigureData Bands(int token, ImmutableArray<JourneyBand> bands) =>
        Of(("token", token), ("bands", bands.Select(b => new { key = b.Key < 0 ? null : (int?)b.Key, shares = b.Shares })));

    public static FigureData Steps(ImmutableArray<GenerationStep> steps) => Of(("steps", steps.Select(s =>
        new { query = s.Query, written = s.Written, apart = s.Apart, prompt = s.Prompt, generated = s.Generated, strongest = s.Strongest.Select(k => new[] { k.Key, k.Weight }) })));

    public static FigureData Roles(ImmutableArray<RoleShares> heads) => Of(
        ("roles", Enum.GetNames<KeyRole>()),
        ("heads", heads.Select(h => new { layer = h.Head.Layer, head = h.Head.Head, pattern = PatternClass.NameOf(h.Shares.AsSpan()), shares = h.Shares })));

    public static FigureData Atlas(HeadAtlas atlas) => Of(
        ("shown", atlas.Places.Shown),
        ("heads", atlas.Heads.Select((h, i) => new { layer = h.Head.Layer, head = h.Head.Head, x = atlas.Places.Points[i].X, y = atlas.Places.Points[i].Y, group = atlas.GroupOf(i) is var g && g < 0 ? null : (int?)g })),
        ("groups", atlas.Groups.Select(g => new { name = g.Name, medoid = g.Medoid, shares = g.Shares })));

    private static FigureData Of(params ImmutableArray<(string Name, object Value)> properties) => new([])
    {
        Extra = json =>
        {
            foreach (var (name, value) in properties)
            {
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, value);
            }
        },
    };
}
