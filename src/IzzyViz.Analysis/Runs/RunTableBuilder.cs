using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Runs;

/// <summary>Collects a run's rows and float32 values; of an example nothing else is kept.</summary>
internal sealed class RunTableBuilder(RunRequest request, ImmutableSortedDictionary<string, string> provenance)
{
    private readonly List<ExampleRow> _rows = [];
    private readonly List<float> _values = [];
    private ImmutableArray<AttentionModule> _modules = [];

    public void Add(Example example, ExampleSummary summary)
    {
        if (_rows.Count == 0)
        {
            _modules = [.. summary.Modules.Select(m => m.Module)];
        }

        _rows.Add(RowOf(example, summary));
        foreach (var value in summary.Modules.SelectMany(m => m.Statistics).SelectMany(s => s))
        {
            _values.Add((float)value);
        }
    }

    public RunTable Build() => new()
    {
        ModelId = request.Model.Id,
        SliceId = request.Slice.Address,
        Provenance = provenance,
        Modules = _modules,
        Heads = [.. _modules.SelectMany(m => Enumerable.Range(0, m.Heads).Select(h => new HeadAddress(m.Kind, m.Layer, h)))],
        StatisticIds = [.. request.Statistics.Select((StatisticDefinition s) => s.Id)],
        Examples = [.. _rows],
        Values = _values.ToArray(),
    };

    private static ExampleRow RowOf(Example example, ExampleSummary summary) => new(
        example.Id,
        example.ContentHash,
        summary.Source.Count,
        example.Tags,
        example.Label ?? example.Target,
        example.Pair is null ? example.Text ?? "" : $"{example.Text}\n{example.Pair}",
        OutputRows.Of(summary.Outputs),
        [.. summary.Modules.Select(m => m.Check)]);
}
