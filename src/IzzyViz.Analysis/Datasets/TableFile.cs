using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>A file of rows. Rows that cannot be read become findings and are left out.</summary>
internal abstract class TableFile(string path, BoundedFindings findings)
{
    protected string Path { get; } = path;

    protected BoundedFindings Findings { get; } = findings;

    /// <summary>Whether every field is text, so that lists are written with separators inside one field.</summary>
    public virtual bool HasOnlyText => true;

    public static TableFile Open(DatasetSource source, BoundedFindings findings) => source.Format switch
    {
        DatasetFormat.JsonLines => new JsonLinesFile(source.Path, findings),
        DatasetFormat.Csv => new CsvFile(source.Path, findings),
        DatasetFormat.Tsv => new TsvFile(source.Path, findings),
        DatasetFormat.PlainText => new PlainTextFile(source.Path, findings),
        _ => new ParquetFile(source.Path, findings),
    };

    /// <summary>The names of the columns, read from the head of the file alone; null where the head cannot be read.</summary>
    public abstract Task<TableHeader?> ReadHeaderAsync(CancellationToken cancellation);

    /// <summary>Every readable row with the fields named, in the order named. A column that is not there gives <see cref="FieldKind.Missing"/>.</summary>
    public abstract IAsyncEnumerable<Row> ReadRowsAsync(ImmutableArray<string> columns, CancellationToken cancellation);

    protected SourceLocation At(int line, int column = 0) => new(Path, line, column);

    /// <summary>Where each wanted column is in the header; -1 where it is not.</summary>
    protected static int[] Ordinals(ImmutableArray<string> wanted, ImmutableArray<string> header) => [.. wanted.Select(w => header.IndexOf(w))];

    protected TableHeader Unique(ImmutableArray<string> names)
    {
        foreach (var name in names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            Findings.Add(DataDiagnostics.DuplicateColumn.At(At(1), name.Key));
        }

        return new(names, IsComplete: true);
    }
}

/// <param name="IsComplete">False where rows further down may have columns of their own (JSON lines).</param>
internal sealed record TableHeader(ImmutableArray<string> Columns, bool IsComplete);
