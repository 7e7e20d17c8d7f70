using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Figures;

/// <summary>Map to SVG text, in process: <c>--filter *FigureBenchmarks*</c>. Bytes are in the contact sheet's sizes.txt.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class FigureBenchmarks
{
    private AttentionMap _map = SampleMaps.Single(8);
    private ImmutableArray<AttentionMap> _heads = [];

    [Params(24, 64, 128)]
    public int Tokens { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _map = SampleMaps.Single(Tokens);
        _heads = SampleMaps.Model(AttentionKind.Encoder, 12, 12, Tokens);
    }

    [Benchmark]
    public int TableLens() => FigureWriter.Standalone(TableLensFigure.Draw(_map, TableLensOptions.Default)).Length;

    [Benchmark]
    public int AllHeadsOf144() => FigureWriter.Inline(AllHeadsFigure.Draw(_heads, AllHeadsOptions.Default)).Length;
}
