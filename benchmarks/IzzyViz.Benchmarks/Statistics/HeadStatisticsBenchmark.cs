using BenchmarkDotNet.Attributes;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Benchmarks.Statistics;

/// <summary>All statistics of one example of a model with 12 layers of 12 heads; to be held against one inference of that model.</summary>
[MemoryDiagnoser]
[MinColumn]
public class HeadStatisticsBenchmark
{
    private const int Modules = 12;
    private const int Heads = 12;

    private AttentionAxes _axes = null!;
    private float[] _weights = [];

    [Params(128, 512)]
    public int Tokens { get; set; }

    [Params(false, true)]
    public bool IsCausal { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(7);
        var tokens = Enumerable.Range(0, Tokens).Select(p => new Token(p % 90, "", 0, 0, 0, p == 0 || p == Tokens - 1, 0, p));
        var sequence = new TokenSequence { Tokens = [.. tokens] };
        var mask = IsCausal ? AttentionMask.Causal(Tokens, Tokens) : AttentionMask.Full(Tokens, Tokens);
        _axes = new AttentionAxes(sequence, sequence, mask);
        _weights = [.. Enumerable.Range(0, Tokens * Tokens).Select(_ => random.NextSingle() * 2 / Tokens)];
    }

    [Benchmark]
    public double AllStatisticsOfAllHeads()
    {
        var results = new double[StatisticCatalogue.All.Length];
        var last = 0.0;
        for (var module = 0; module < Modules; module++)
        {
            var statistics = new HeadStatistics(_axes, AttentionKind.Encoder, StatisticCatalogue.All);
            for (var head = 0; head < Heads; head++)
            {
                statistics.Compute<float>(_weights, results);
                last += results[0];
            }
        }

        return last;
    }
}
