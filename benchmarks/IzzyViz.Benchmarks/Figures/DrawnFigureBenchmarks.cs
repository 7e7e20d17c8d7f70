using BenchmarkDotNet.Attributes;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Regions;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Figures;

/// <summary>Arrays to SVG text, in process, for every kind of figure that IzzyViz draws: <c>--filter *DrawnFigureBenchmarks*</c>.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class DrawnFigureBenchmarks
{
    private FigureArrays _arrays = Drawings.Sample(8);

    public static IEnumerable<string> Kinds => Drawings.Kinds;

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    [Params(24, 64)]
    public int Tokens { get; set; }

    [GlobalSetup]
    public void Load() => _arrays = Drawings.Sample(Tokens, Drawings.Runs(Kind));

    [Benchmark(Baseline = true)]
    public int Default() => FigureWriter.Standalone(Drawings.Draw(Kind, _arrays, MapSettings.Default).Figure).Length;

    [Benchmark]
    public int IzzyViz() => FigureWriter.Standalone(Drawings.Draw(Kind, _arrays, MapSettings.Compatible).Figure).Length;
}

/// <summary>The exhaustive finder up to its limit: <c>--filter *FinderBenchmarks*</c>.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class FinderBenchmarks
{
    private WeightMap _map = WeightMap.Of(SampleMaps.Single(8));

    [Params(24, 64, 128)]
    public int Tokens { get; set; }

    [GlobalSetup]
    public void Load() => _map = WeightMap.Of(SampleMaps.Single(Tokens));

    [Benchmark]
    public int Exhaustive() => ExhaustiveFinder.Find(_map, isCompatible: false).Length;

    [Benchmark]
    public int Merging() => MergingFinder.Find(_map, MergingSettings.Default, isCompatible: false).Length;
}
