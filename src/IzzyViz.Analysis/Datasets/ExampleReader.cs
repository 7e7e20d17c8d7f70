using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Turns every row of a file into an example and checks it: the one pass that slices and <c>check</c> share.</summary>
internal sealed class ExampleReader(ColumnPlan plan, TableFile file, BoundedFindings findings)
{
    private readonly IdRegister _ids = new();

    private readonly ExampleHash _hash = new();

    private readonly FieldReader _fields = new(plan.Layout, plan.Source.Path, findings) { HasOnlyText = file.HasOnlyText };

    /// <summary>Rows read so far, the broken ones not counted.</summary>
    public int Count { get; private set; }

    public RowLayout Layout => plan.Layout;

    /// <summary>The example as it leaves the room: with its content hash, which only those that are kept need.</summary>
    public Example Finish(Example example) => example with { ContentHash = _hash.Content(example) };

    /// <summary>Null where the file is not there, is not what it should be, or lacks a column.</summary>
    public static async Task<ExampleReader?> OpenAsync(
        DatasetSource source, IReadOnlyCollection<SliceDefinition> slices, BoundedFindings findings, CancellationToken cancellation)
    {
        if (await DatasetFile.TryOpenAsync(source, findings, cancellation) is not { } opened)
        {
            return null;
        }

        var plan = new ColumnPlan(source, new RowLayout(source, slices), opened.Header);
        return ColumnCheck.Passes(plan, slices, findings) ? new(plan, opened.File, findings) : null;
    }

    /// <summary>Examples still without content hash, with the rows they came from.</summary>
    public async IAsyncEnumerable<(Example Example, Row Row)> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new bool[Layout.Columns.Length];
        var rows = 0;
        await foreach (var row in file.ReadRowsAsync(Layout.Columns, cancellation))
        {
            rows++;
            Mark(seen, row);
            if (Read(row) is { } example)
            {
                Count++;
                yield return (example, row);
            }
        }

        Conclude(rows, seen);
    }

    private static void Mark(bool[] seen, Row row)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            seen[i] |= row.Fields[i].Kind != FieldKind.Missing;
        }
    }

    private void Conclude(int rows, bool[] seen)
    {
        if (rows == 0 && !findings.Any)
        {
            findings.Add(DataDiagnostics.EmptyDataset.At(ColumnCheck.Declared(plan.Source), plan.Source.Id));
        }

        for (var i = 0; rows > 0 && i < seen.Length; i++)
        {
            if (!seen[i])
            {
                ColumnCheck.ReportNeverSeen(plan, Layout.Columns[i], findings);
            }
        }
    }

    private Example? Read(Row row)
    {
        var text = Layout.Map.Text is null ? null : _fields.Text(row, Role.Text);
        var inputIds = Layout.Map.InputIds is null ? null : _fields.InputIds(row);
        var example = new Example
        {
            Id = _fields.Scalar(row, Role.Id) ?? "",
            Text = text,
            InputIds = inputIds,
            Pair = _fields.OptionalText(row, Role.Pair),
            Target = _fields.OptionalText(row, Role.Target),
            Label = _fields.Scalar(row, Role.Label),
            Tags = _fields.Tags(row),
            Location = new SourceLocation(plan.Source.Path, row.Line),
            ContentHash = "",
        };
        var hasInput = text is not null || inputIds is not null;
        return Identify(example, hasInput) is { } identified && hasInput ? identified : null;
    }

    private Example? Identify(Example example, bool hasInput)
    {
        if (Layout.Map.Id is null)
        {
            return hasInput ? example with { Id = _ids.Number(_hash.DerivedId(example)) } : null;
        }

        if (example.Id.Length == 0 || _ids.TryAdd(example.Id, example.Location.Line, out var first))
        {
            return example.Id.Length == 0 ? null : example;
        }

        findings.Add(DataDiagnostics.DuplicateId.At(example.Location, example.Id, first, Layout.Map.Id));
        return null;
    }
}
