using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>Markdig writes the alignment of table columns as style attributes, which a strict content security policy drops; classes say the same.</summary>
internal static class DocumentTables
{
    public static void UseClasses(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddClass("data");
            ShowBars(table);
            foreach (var row in table.OfType<TableRow>())
            {
                Align(table, row);
            }

            foreach (var column in table.ColumnDefinitions)
            {
                column.Alignment = null;
            }
        }
    }

    // A bar in code that stands in a table is written as \|, or it would end the cell.
    private static void ShowBars(Table table)
    {
        foreach (var code in table.Descendants<CodeInline>())
        {
            code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
        }
    }

    private static void Align(Table table, TableRow row)
    {
        foreach (var (cell, index) in row.OfType<TableCell>().Select((c, i) => (c, i)).Where(c => c.i < table.ColumnDefinitions.Count))
        {
            if (table.ColumnDefinitions[index].Alignment is TableColumnAlign.Right)
            {
                cell.GetAttributes().AddClass("n");
            }
            else if (table.ColumnDefinitions[index].Alignment is TableColumnAlign.Center)
            {
                cell.GetAttributes().AddClass("centred");
            }
        }
    }
}
