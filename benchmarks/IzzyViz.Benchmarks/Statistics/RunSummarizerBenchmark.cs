using BenchmarkDotNet.Attributes;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Benchmarks.Statistics;

/// <summary>144 heads, every statistic, 2,000 examples: means, quantiles, intervals and extremes.</summary>
[MinColumn]
public class RunSummarizerBenchmark
{
    private RunTable _table = null!;

    [Params(200, 2000)]
    public int Examples { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(7);
        var row = new ExampleRow("", "", 128, [], null, "", new("", null, null, null, null, null), []);
        _table = new RunTable
        {
            ModelId = "bert",
            SliceId = "reviews/all",
            Provenance = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty,
            Modules = [],
            Heads = [.. Enumerable.Range(0, 144).Select(h => new HeadAddress(AttentionKind.Encoder, h / 12, h % 12))],
            StatisticIds = [.. StatisticCatalogue.All.Select(d => d.Id)],
            Examples = [.. Enumerable.Repeat(row, Examples)],
            Values = Enumerable.Range(0, Examples * 144 * StatisticCatalogue.All.Length).Select(_ => random.NextSingle()).ToArray(),
        };
    }

    [Benchmark]
    public RunSummary Summarize() => RunSummarizer.Summarize(_table);
}
