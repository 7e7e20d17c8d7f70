using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Files;

namespace IzzyViz.Analysis.Datasets;

/// <summary>A dataset's file with its head read: there, readable, and neither a pointer nor in another encoding.</summary>
internal sealed record DatasetFile(TableFile File, TableHeader Header)
{
    public static async Task<DatasetFile?> TryOpenAsync(DatasetSource source, BoundedFindings findings, CancellationToken cancellation)
    {
        try
        {
            if (Refusal(source) is { } refusal)
            {
                findings.Add(refusal);
                return null;
            }

            var file = TableFile.Open(source, findings);
            return await file.ReadHeaderAsync(cancellation) is { } header ? new(file, header) : null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            findings.Add(DataDiagnostics.FileUnreadable.At(ColumnCheck.Declared(source), source.Path, e.Message));
            return null;
        }
    }

    private static Diagnostic? Refusal(DatasetSource source)
    {
        if (PointerFile.Detect(source.Path) is { } pointer)
        {
            var descriptor = pointer.Kind switch
            {
                PointerKind.GitLfs => DataDiagnostics.LfsPointer,
                PointerKind.GitAnnex => DataDiagnostics.AnnexPointer,
                _ => DataDiagnostics.DvcPointer,
            };
            return descriptor.At(ColumnCheck.Declared(source), pointer.Path, pointer.PullCommand);
        }

        if (!System.IO.File.Exists(source.Path))
        {
            return DataDiagnostics.FileMissing.At(ColumnCheck.Declared(source), source.Path);
        }

        return source.Format != DatasetFormat.Parquet && TextCheck.IsUtf16(source.Path) ? DataDiagnostics.Utf16.At(source.Path, source.Path) : null;
    }
}
