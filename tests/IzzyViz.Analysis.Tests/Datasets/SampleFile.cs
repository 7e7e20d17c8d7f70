using System.Collections.Immutable;
using System.Text;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Datasets;

/// <summary>A dataset file that is gone after the test, and what reading it gives.</summary>
internal sealed class SampleFile : IDisposable
{
    private readonly TempFolder _folder = new();

    public SampleFile(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        Source = new()
        {
            Id = "sample",
            Path = _folder[name],
            Format = DatasetReader.FormatOf(name)!.Value,
            DeclaredAt = new SourceLocation("site.yml", 7, 5),
        };
    }

    public SampleFile(string name, string text) : this(name, new UTF8Encoding(false).GetBytes(text))
    {
    }

    public DatasetSource Source { get; init; }

    public static SliceDefinition All { get; } = new() { DatasetId = "sample", Id = "all", DeclaredAt = new SourceLocation("site.yml", 9, 7) };

    public SampleFile With(ColumnMap columns) => new(Path.GetFileName(Source.Path), File.ReadAllBytes(Source.Path), columns, this);

    public (ImmutableArray<Example> Examples, ImmutableArray<Diagnostic> Findings) Read(SliceDefinition? slice = null)
    {
        var bag = new DiagnosticBag();
        var examples = SliceReader.ReadAsync(Source, slice ?? All, bag).ToBlockingEnumerable().ToImmutableArray();
        return (examples, bag.Items);
    }

    /// <summary>The examples of a sound file.</summary>
    public ImmutableArray<Example> Examples(SliceDefinition? slice = null)
    {
        var (examples, findings) = Read(slice);
        Assert.Empty(findings.Select(f => f.Message));
        return examples;
    }

    /// <summary>The one finding of a file with one fault, as a reporter might print it.</summary>
    public string Finding(SliceDefinition? slice = null)
    {
        var finding = Assert.Single(Read(slice).Findings);
        var location = finding.Location with { File = Path.GetFileName(finding.Location.File) };
        return $"{location}: {finding.Code} {finding.Message.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}";
    }

    public void Dispose() => _folder.Dispose();

    private SampleFile(string name, byte[] bytes, ColumnMap columns, SampleFile previous) : this(name, bytes)
    {
        previous.Dispose();
        Source = Source with { Columns = columns };
    }
}
