using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>What there is to know about a dataset before anything is run on it.</summary>
public static class DatasetReader
{
    /// <summary>The format a file's extension stands for; null for one that says nothing.</summary>
    public static DatasetFormat? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => DatasetFormat.JsonLines,
        ".csv" => DatasetFormat.Csv,
        ".tsv" or ".tab" => DatasetFormat.Tsv,
        ".txt" => DatasetFormat.PlainText,
        ".parquet" => DatasetFormat.Parquet,
        _ => null,
    };

    /// <summary>The names of the columns from the head of the file alone (of JSON lines: the first hundred rows). Empty with a finding where it cannot be read.</summary>
    public static async Task<ImmutableArray<string>> ColumnsAsync(DatasetSource source, DiagnosticBag bag, CancellationToken cancellation = default)
    {
        var file = await DatasetFile.TryOpenAsync(source, new BoundedFindings(bag, source.Path), cancellation);
        return file?.Header.Columns ?? [];
    }

    /// <summary>Only whether the file is there, can be read and has the columns that roles and filters name: reads its head.</summary>
    public static async Task<bool> CheckHeadAsync(
        DatasetSource source, ImmutableArray<SliceDefinition> slices, DiagnosticBag bag, CancellationToken cancellation = default)
    {
        var findings = new BoundedFindings(bag, source.Path);
        return await ExampleReader.OpenAsync(source, slices, findings, cancellation) is not null && !findings.Any;
    }

    /// <summary>Reads a file once for all its slices: every finding once, and how many examples each slice has.</summary>
    public static async Task<DatasetSurvey?> SurveyAsync(
        DatasetSource source, ImmutableArray<SliceDefinition> slices, DiagnosticBag bag, CancellationToken cancellation = default)
    {
        var findings = new BoundedFindings(bag, source.Path);
        var survey = await ExampleReader.OpenAsync(source, slices, findings, cancellation) is { } reader
            ? await CountAsync(reader, slices, findings, cancellation)
            : null;
        findings.Close();
        return survey;
    }

    internal static void ReportEmpty(SliceDefinition slice, (int Rows, int Accepted) counts, BoundedFindings findings)
    {
        if (counts is { Rows: > 0, Accepted: 0 })
        {
            findings.Add(DataDiagnostics.EmptySlice.At(slice.DeclaredAt, slice.Address, counts.Rows));
        }
    }

    private static async Task<DatasetSurvey> CountAsync(
        ExampleReader reader, ImmutableArray<SliceDefinition> slices, BoundedFindings findings, CancellationToken cancellation)
    {
        ImmutableArray<SliceMembers> members = [.. slices.Select(s => new SliceMembers(s, reader.Layout))];
        await foreach (var (example, row) in reader.ReadAsync(cancellation))
        {
            foreach (var slice in members)
            {
                slice.Accepts(example, row);
            }
        }

        foreach (var (slice, counted) in slices.Zip(members))
        {
            ReportEmpty(slice, (reader.Count, counted.Accepted), findings);
        }

        return new(reader.Count, [.. slices.Zip(members, (s, m) => Math.Min(s.Take ?? int.MaxValue, m.Accepted))]);
    }
}

/// <param name="RowCount">Sound rows of the file.</param>
/// <param name="SliceCounts">Examples of each slice, in the order the slices were given.</param>
public sealed record DatasetSurvey(int RowCount, ImmutableArray<int> SliceCounts);
