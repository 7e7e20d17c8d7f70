using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>Looks things up in a site's content by their ids.</summary>
internal sealed class SiteIndex(SiteContent content)
{
    private readonly Dictionary<string, StatisticDefinition> _statistics = content.Statistics.ToDictionary(s => s.Id, StringComparer.Ordinal);
    private readonly ILookup<string, RunContent> _byModel = content.Runs.ToLookup(r => r.ModelId, StringComparer.Ordinal);
    private readonly ILookup<string, RunContent> _bySlice = content.Runs.ToLookup(r => r.SliceId, StringComparer.Ordinal);

    public SiteContent Content { get; } = content;

    /// <summary>Every slice that some model runs over, in plan order.</summary>
    public ImmutableArray<string> Slices { get; } = [.. content.Runs.Select(r => r.SliceId).Distinct(StringComparer.Ordinal)];

    /// <summary>Models on their own and families, in plan order.</summary>
    public ImmutableArray<ModelGroup> Groups { get; } = ModelGroup.Of(content);

    public ModelGroup GroupOf(string model) => Groups.First(g => g.Has(model));

    public ModelCard Card(string model) => Content.Models.First(m => m.Id == model);

    public bool HasSlice(string slice) => _bySlice.Contains(slice);

    public StatisticDefinition Statistic(string id) => _statistics[id];

    public ImmutableArray<RunContent> RunsOf(string model) => [.. _byModel[model]];

    public ImmutableArray<RunContent> RunsOver(string slice) => [.. _bySlice[slice]];

    public DatasetPlan Dataset(string slice) => _bySlice[slice].First().Plan.Dataset;

    /// <summary>Every head of a model in module order, from the first run that has them.</summary>
    public ImmutableArray<HeadAddress> HeadsOf(string model) => RunsOf(model) is [var first, ..] ? first.Table.Heads : [];

    /// <summary><c>L5H1</c> where a model has one kind of attention, <c>enc.L5H1</c> where it has several.</summary>
    public string NameOf(string model, HeadAddress head) => HasSeveralKinds(model) ? head.Long : head.Short;

    public string NameOf(string model, AttentionModule module) => HasSeveralKinds(model) ? $"{Words.Of(module.Kind)} layer {module.Layer}" : $"layer {module.Layer}";

    private bool HasSeveralKinds(string model) => HeadsOf(model).Select(h => h.Kind).Distinct().Skip(1).Any();
}
