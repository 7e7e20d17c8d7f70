using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using IzzyViz.Tokenizers;

namespace IzzyViz.Benchmarks.Tokenizers;

/// <summary>Documents of about 4 kB through each family; compare-reference.mjs beside this file times the reference on the same ones.</summary>
[MemoryDiagnoser]
public class EncodeBenchmarks
{
    private HuggingFaceTokenizer _tokenizer = null!;
    private string[] _documents = [];

    [ParamsSource(nameof(Families))]
    public string Family { get; set; } = "";

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The benchmark runner asks the instance.")]
    public IEnumerable<string> Families => Documents.Families;

    [GlobalSetup]
    public void Load()
    {
        _tokenizer = Documents.Load(Family);
        _documents = Documents.Create();
    }

    [Benchmark]
    public int Encode() => _documents.Sum(d => _tokenizer.Encode(d).Count);
}
