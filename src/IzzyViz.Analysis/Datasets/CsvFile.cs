using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Sylvan.Data.Csv;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Comma-separated values after RFC 4180, with a header; a row may span lines.</summary>
internal sealed class CsvFile(string path, BoundedFindings findings) : TableFile(path, findings)
{
    // A quote that is never closed swallows the rest of the file: past this many characters it is said to be one.
    private const int LongestRow = 1 << 26;

    private static readonly CsvDataReaderOptions Options = new() { HasHeaders = false, MaxBufferSize = LongestRow, BufferSize = 1 << 16, Delimiter = ',' };

    public override async Task<TableHeader?> ReadHeaderAsync(CancellationToken cancellation)
    {
        using var csv = await OpenAsync(cancellation);
        return csv is null || !await TryReadAsync(csv, 1, cancellation) ? Findings.Any ? null : new([], IsComplete: true) : Unique(Names(csv));
    }

    public override async IAsyncEnumerable<Row> ReadRowsAsync(ImmutableArray<string> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await TextCheck.CheckFileAsync(Path, Findings, cancellation);
        using var csv = await OpenAsync(cancellation);
        if (csv is null || !await TryReadAsync(csv, 1, cancellation))
        {
            yield break;
        }

        var header = Names(csv);
        var ordinals = Ordinals(columns, header);
        for (var line = 1 + LineCount(csv); await TryReadAsync(csv, line, cancellation); line += LineCount(csv))
        {
            if (!IsBlank(csv) && HasFields(csv, header.Length, line))
            {
                yield return new(line, [.. ordinals.Select(o => o < 0 ? default : Field.Text(csv.GetString(o)))]);
            }
        }
    }

    private static ImmutableArray<string> Names(CsvDataReader csv) => [.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString)];

    private static int LineCount(CsvDataReader csv) => csv.GetRawRecordSpan().Count('\n');

    private static bool IsBlank(CsvDataReader csv) => csv.GetRawRecordSpan().TrimEnd("\r\n").IsEmpty;

    // The first row is read with the file, so a broken one shows here.
    private async Task<CsvDataReader?> OpenAsync(CancellationToken cancellation)
    {
        var text = new StreamReader(Path, Encoding.UTF8);
        try
        {
            return await CsvDataReader.CreateAsync(text, Options, cancellation);
        }
        catch (Exception e) when (e is CsvFormatException or CsvRecordTooLargeException)
        {
            text.Dispose();
            Findings.Add(DataDiagnostics.BrokenCsv.At(At(1), e.Message));
            return null;
        }
    }

    private async ValueTask<bool> TryReadAsync(CsvDataReader csv, int line, CancellationToken cancellation)
    {
        try
        {
            return await csv.ReadAsync(cancellation);
        }
        catch (Exception e) when (e is CsvFormatException or CsvRecordTooLargeException)
        {
            Findings.Add(DataDiagnostics.BrokenCsv.At(At(line), e.Message));
            return false;
        }
    }

    private bool HasFields(CsvDataReader csv, int expected, int line)
    {
        if (csv.RowFieldCount != expected)
        {
            Findings.Add(DataDiagnostics.RaggedRow.At(At(line), csv.RowFieldCount, expected));
        }

        return csv.RowFieldCount == expected;
    }
}
