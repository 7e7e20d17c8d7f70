using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>Takes every statistic of every head that it is shown.</summary>
internal sealed class MeasuredHeads(ImmutableArray<int> ids)
{
    private readonly TokenSequence _tokens = new() { Tokens = [.. ids.Select((id, i) => new Token(id, $"{id}", i, i + 1, 0, i == 0 || i == ids.Length - 1, 0, i))] };
    private readonly List<double> _values = [];
    private HeadStatistics? _statistics;

    public int Modules { get; private set; }

    /// <summary>Whether every module passed its check.</summary>
    public bool IsSound { get; private set; } = true;

    public ImmutableArray<double> Values => [.. _values];

    public void Add(CapturedModule module)
    {
        (Modules, IsSound) = (Modules + 1, IsSound && module.Check.Passed);
        _statistics ??= new(new(_tokens, _tokens, module.Mask), module.Module.Kind, StatisticCatalogue.All);
        var values = new double[StatisticCatalogue.All.Length];
        for (var head = 0; head < module.Heads; head++)
        {
            _statistics.Compute(module.Head(head), values);
            _values.AddRange(values);
        }
    }
}
