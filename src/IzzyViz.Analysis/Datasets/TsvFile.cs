using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Tab-separated values as registered with IANA: a header line, no quoting, so that quotes in a text are just quotes.</summary>
internal sealed class TsvFile(string path, BoundedFindings findings) : TableFile(path, findings)
{
    public override async Task<TableHeader?> ReadHeaderAsync(CancellationToken cancellation)
    {
        using var lines = new Utf8Lines(Path);
        return await lines.ReadAsync(cancellation) ? Unique([.. Split(lines)]) : new([], IsComplete: true);
    }

    public override async IAsyncEnumerable<Row> ReadRowsAsync(ImmutableArray<string> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new Utf8Lines(Path);
        if (!await lines.ReadAsync(cancellation) || !TextCheck.Passes(lines, Path, Findings))
        {
            yield break;
        }

        var header = Split(lines);
        var ordinals = Ordinals(columns, [.. header]);
        while (await lines.ReadAsync(cancellation))
        {
            if (!lines.Current.IsEmpty && TextCheck.Passes(lines, Path, Findings) && Fields(lines, header.Length) is { } fields)
            {
                yield return new(lines.Number, [.. ordinals.Select(o => o < 0 ? default : Field.Text(fields[o]))]);
            }
        }
    }

    private static string[] Split(Utf8Lines lines) => Encoding.UTF8.GetString(lines.Current.Span).Split('\t');

    private string[]? Fields(Utf8Lines lines, int expected)
    {
        var fields = Split(lines);
        if (fields.Length == expected)
        {
            return fields;
        }

        Findings.Add(DataDiagnostics.RaggedRow.At(At(lines.Number), fields.Length, expected));
        return null;
    }
}
