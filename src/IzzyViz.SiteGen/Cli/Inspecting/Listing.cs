using System.Collections.Immutable;
using IzzyViz.SiteGen.Structures;
using Spectre.Console;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary>Where tables go, and how much of them.</summary>
/// <param name="IsWhole">One row for each thing, and all of them.</param>
internal sealed record Listing(IAnsiConsole Console, bool IsWhole)
{
    // More is no longer read on a screen; a pipe gets everything.
    private const int MostRows = 40;

    public bool IsTerminal => Console.Profile.Out.IsTerminal;

    /// <summary>False where every single thing has a row.</summary>
    public bool Write(string noun, ImmutableArray<ListedColumn> columns, IEnumerable<ListedRow> rows)
    {
        var all = rows.ToList();
        var shown = all.Take(IsTerminal && !IsWhole ? MostRows : all.Count).Select(r => r.Cells.Select(CellText.Shown).ToArray()).ToList();
        Console.Write(Table(columns, shown));
        if (shown.Count < all.Count)
        {
            Console.WriteLine($"  and {all.Skip(shown.Count).Sum(r => r.Count)} more {noun}");
        }

        return all.Exists(r => r.Count > 1) || shown.Count < all.Count;
    }

    private Table Table(ImmutableArray<ListedColumn> columns, List<string[]> rows)
    {
        var widths = ColumnWidths.Of(columns, rows, IsTerminal ? Console.Profile.Width : null);
        var table = new Table { Border = TableBorder.Simple, BorderStyle = new Style(Color.Grey) };
        table.AddColumns([.. columns.Select((c, i) => Column(c, widths[i]))]);
        var shortened = rows.ConvertAll(row => row.Select((text, i) => columns[i].IsName ? CellText.Shortened(text, widths[i]) : text).ToArray());
        var alike = shortened.CountBy(row => string.Join('\n', row)).ToDictionary(StringComparer.Ordinal);
        foreach (var (row, whole) in shortened.Zip(rows))
        {
            // A name is broken into lines where nothing else in its row would tell it from another.
            table.AddRow((alike[string.Join('\n', row)] > 1 ? whole : row).Select(text => new Text(text)));
        }

        return table;
    }

    private static TableColumn Column(ListedColumn column, int width) => new(column.Title)
    {
        Width = width,
        NoWrap = !column.Wraps && !column.IsName,
        Padding = new(1, 0, 0, 0),
        Alignment = column.IsNumber ? Justify.Right : Justify.Left,
    };
}
