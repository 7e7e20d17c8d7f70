using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Tokens;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>What is measured of a graph that is run part by part.</summary>
public sealed class StreamedStatisticsTests : IDisposable
{
    private const int Layers = 3;

    private static readonly ImmutableArray<int> Ids = [.. Enumerable.Range(0, 60).Select(i => i * 3 % 7)];

    private readonly TempFolder _folder = new();

    [Fact]
    public void Every_statistic_of_every_head_is_that_of_the_whole()
    {
        Save();
        var whole = Measured(long.MaxValue);

        Assert.Equal(Layers * TinyModel.Heads * StatisticCatalogue.All.Length, whole.Length);
        Assert.Contains(whole, v => v > 0);
        Assert.All(whole.Zip(Measured(0)), p => Assert.Equal(p.First, p.Second, 1e-5));
    }

    [Fact]
    public async Task Two_graphs_can_be_run_in_parts_at_once()
    {
        Save();
        var expected = Measured(long.MaxValue);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Measured(0), TestContext.Current.CancellationToken)));

        Assert.All(both, values => Assert.All(expected.Zip(values), p => Assert.Equal(p.First, p.Second, 1e-5)));
    }

    public void Dispose() => _folder.Dispose();

    private void Save()
    {
        var model = new TinyModel();
        model.Save(_folder["model.onnx"], new Stack(model, Layers, normsFirst: true).Result);
    }

    private ImmutableArray<double> Measured(long memory)
    {
        using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { MapMemory = memory });
        var tokens = new TokenSequence { Tokens = [.. Ids.Select((id, i) => new Token(id, $"{id}", i, i + 1, 0, i == 0, 0, i))] };
        var values = new List<double>();
        using var capture = session.Visit(new ModelInput { Source = Ids }, module =>
        {
            var statistics = new HeadStatistics(new(tokens, tokens, module.Mask), module.Module.Kind, StatisticCatalogue.All);
            var own = new double[StatisticCatalogue.All.Length];
            for (var head = 0; head < module.Heads; head++)
            {
                statistics.Compute(module.Head(head), own);
                values.AddRange(own);
            }
        });
        return [.. values];
    }
}
