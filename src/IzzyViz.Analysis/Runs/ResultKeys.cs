using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Storage;

namespace IzzyViz.Analysis.Runs;

/// <summary>What a stored result depends on: nothing else may change it, and a change in any of it makes another key.</summary>
public sealed class ResultKeys(RunModel model, ImmutableArray<StatisticDefinition> statistics)
{
    /// <summary>Goes up when the stored form, the capture or the reading of outputs changes what would be stored.</summary>
    private const string Form = "8";

    /// <summary>Name to value, sorted; what a run's table and its page say about where its numbers come from.</summary>
    public ImmutableSortedDictionary<string, string> Provenance { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["model"] = model.ContentHash,
        ["options"] = Options(model.Options),
        ["definitions"] = string.Join(' ', statistics.Select(s => $"{s.Id}:{s.Version}")),
        ["runtime"] = RuntimeIdentity.Runtime,
        ["cpu"] = RuntimeIdentity.CpuClass,
        ["form"] = Form,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public StoreKey Of(Example example, bool withMaps) => Of(("example", example.ContentHash), ("maps", withMaps ? "kept" : "none"));

    /// <summary>Of the check, once per model, that capturing leaves the outputs as they were.</summary>
    public StoreKey OutputCheck() => Of(("check", "outputs"));

    private static string Options(CaptureOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"layers={string.Join(',', options.Layers)} feed={string.Join(',', options.Feed.Select(f => $"{f.Key}={f.Value:R}"))}");

    private StoreKey Of(params ReadOnlySpan<(string, string)> own) => StoreKey.Of([.. Provenance.Select(p => (p.Key, p.Value)), .. own]);
}
