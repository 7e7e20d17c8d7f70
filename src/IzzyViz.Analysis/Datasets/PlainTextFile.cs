using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace IzzyViz.Analysis.Datasets;

/// <summary>One example per line, in a column called <c>text</c>.</summary>
internal sealed class PlainTextFile(string path, BoundedFindings findings) : TableFile(path, findings)
{
    public const string Column = "text";

    public override Task<TableHeader?> ReadHeaderAsync(CancellationToken cancellation) => Task.FromResult<TableHeader?>(new([Column], IsComplete: true));

    public override async IAsyncEnumerable<Row> ReadRowsAsync(ImmutableArray<string> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new Utf8Lines(Path);
        while (await lines.ReadAsync(cancellation))
        {
            if (TextCheck.Passes(lines, Path, Findings))
            {
                var text = Field.Text(Encoding.UTF8.GetString(lines.Current.Span));
                yield return new(lines.Number, [.. columns.Select(c => c == Column ? text : default)]);
            }
        }
    }
}
