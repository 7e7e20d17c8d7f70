using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IzzyViz.Analysis.Datasets;

/// <summary>One JSON object per line (jsonlines.org); blank lines are passed over.</summary>
internal sealed class JsonLinesFile(string path, BoundedFindings findings) : TableFile(path, findings)
{
    private const int HeaderRows = 100;

    public override bool HasOnlyText => false;

    /// <summary>The names in the first hundred rows, in order of appearance.</summary>
    public override async Task<TableHeader?> ReadHeaderAsync(CancellationToken cancellation)
    {
        using var lines = new Utf8Lines(Path);
        var names = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        var isMore = true;
        while ((isMore = await lines.ReadAsync(cancellation)) && lines.Number <= HeaderRows)
        {
            foreach (var name in JsonRow.Names(lines.Current.Span))
            {
                names.TryAdd(name, true);
            }
        }

        return new([.. names.Keys], IsComplete: !isMore);
    }

    public override async IAsyncEnumerable<Row> ReadRowsAsync(ImmutableArray<string> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var layout = new JsonRow(columns);
        using var lines = new Utf8Lines(Path);
        while (await lines.ReadAsync(cancellation))
        {
            if (!lines.Current.Span.Trim(" \t\r"u8).IsEmpty && TextCheck.Passes(lines, Path, Findings) && Parse(layout, lines) is { } fields)
            {
                yield return new(lines.Number, fields);
            }
        }
    }

    private Field[]? Parse(JsonRow layout, Utf8Lines lines)
    {
        try
        {
            return layout.Parse(lines.Current.Span);
        }
        catch (JsonException e)
        {
            var column = (int)Math.Min(e.BytePositionInLine ?? -1, int.MaxValue - 1) + 1;
            Findings.Add(DataDiagnostics.BrokenJson.At(At(lines.Number, column), JsonRow.Explain(e)));
            return null;
        }
    }
}
