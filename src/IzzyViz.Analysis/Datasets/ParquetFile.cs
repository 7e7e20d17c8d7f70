using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Schema;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Rows of a Parquet file, one row group in memory at a time and of it only the wanted columns.</summary>
internal sealed class ParquetFile(string path, BoundedFindings findings) : TableFile(path, findings)
{
    // Older writers leave strings without their annotation.
    private static readonly ParquetOptions Options = new() { TreatByteArrayAsString = true };

    public override bool HasOnlyText => false;

    public override async Task<TableHeader?> ReadHeaderAsync(CancellationToken cancellation)
    {
        await using var reader = await OpenAsync(cancellation);
        return reader is null ? null : new([.. reader.Schema.Fields.Select(f => f.Name)], IsComplete: true);
    }

    public override async IAsyncEnumerable<Row> ReadRowsAsync(ImmutableArray<string> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = await OpenAsync(cancellation);
        var number = 0;
        for (var group = 0; group < (reader?.RowGroupCount ?? 0); group++)
        {
            if (await TryReadGroupAsync(reader!, group, columns, cancellation) is not { } fields)
            {
                yield break;
            }

            foreach (var row in fields)
            {
                yield return new(++number, row);
            }
        }
    }

    private async Task<ParquetReader?> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            var reader = await ParquetReader.CreateAsync(Path, Options, cancellation);
            // Made when first asked for, and a damaged one throws only then.
            _ = reader.Schema;
            return reader;
        }
        catch (Exception e) when (IsCorruption(e))
        {
            Findings.Add(DataDiagnostics.BrokenParquet.At(At(0), e.Message));
            return null;
        }
    }

    /// <summary>The fields of a row group, <c>[row][column]</c>.</summary>
    private async Task<Field[][]?> TryReadGroupAsync(ParquetReader reader, int index, ImmutableArray<string> columns, CancellationToken cancellation)
    {
        try
        {
            using var group = reader.OpenRowGroupReader(index);
            return await ReadGroupAsync(group, [.. columns.Select(c => Leaf(reader.Schema, c))], cancellation);
        }
        catch (Exception e) when (IsCorruption(e))
        {
            Findings.Add(DataDiagnostics.BrokenParquet.At(At(0), $"row group {index + 1} of {reader.RowGroupCount}: {e.Message}"));
            return null;
        }
    }

    private static async Task<Field[][]> ReadGroupAsync(ParquetRowGroupReader group, ParquetLeaf[] leaves, CancellationToken cancellation)
    {
        var rows = new Field[checked((int)group.RowCount)][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new Field[leaves.Length];
        }

        for (var c = 0; c < leaves.Length; c++)
        {
            var column = await leaves[c].ReadAsync(group, rows.Length, cancellation);
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i][c] = column[i];
            }
        }

        return rows;
    }

    private static ParquetLeaf Leaf(ParquetSchema schema, string column)
    {
        DataField[] leaves = [.. schema.DataFields.Where(f => f.Path.FirstPart == column)];
        return new(leaves is [{ MaxRepetitionLevel: <= 1 } single] ? single : null, leaves);
    }

    // A damaged file leads the decoder astray in any of these ways, and some of its exceptions are not public.
    private static bool IsCorruption(Exception e) => e.GetType().Assembly == typeof(ParquetReader).Assembly
        || e is IOException or InvalidDataException or NotSupportedException or ArgumentException or IndexOutOfRangeException
            or InvalidOperationException or OverflowException or KeyNotFoundException or NullReferenceException or OutOfMemoryException;
}
