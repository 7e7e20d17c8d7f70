using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>
/// Streams the examples of a slice in file order. The whole file is read and checked whatever the slice keeps, so that a file is either
/// sound or not. Memory: one row (Parquet: one row group), up to 50 bytes per row for the ids, and of a sample its members.
/// </summary>
public static class SliceReader
{
    /// <summary>What is wrong becomes findings in <paramref name="bag"/>, a hundred at most; rows that are sound are still returned.</summary>
    public static async IAsyncEnumerable<Example> ReadAsync(
        DatasetSource source, SliceDefinition slice, DiagnosticBag bag, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var findings = new BoundedFindings(bag, source.Path);
        if (await ExampleReader.OpenAsync(source, [slice], findings, cancellation) is { } reader)
        {
            var members = new SliceMembers(slice, reader.Layout);
            await foreach (var example in MembersAsync(reader, members, slice, cancellation))
            {
                yield return reader.Finish(example);
            }

            DatasetReader.ReportEmpty(slice, (reader.Count, members.Accepted), findings);
        }

        findings.Close();
    }

    private static async IAsyncEnumerable<Example> MembersAsync(
        ExampleReader reader, SliceMembers members, SliceDefinition slice, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sample = slice.Take is { } size ? new SliceSample(size, slice.Seed) : null;
        await foreach (var (example, row) in reader.ReadAsync(cancellation))
        {
            if (!members.Accepts(example, row))
            {
                continue;
            }

            if (sample is null)
            {
                yield return example;
            }

            sample?.Offer(example);
        }

        foreach (var example in sample?.Members() ?? [])
        {
            yield return example;
        }
    }
}
