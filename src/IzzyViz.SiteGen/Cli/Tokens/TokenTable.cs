using System.Globalization;
using IzzyViz.Tokenizers;
using Spectre.Console;

namespace IzzyViz.SiteGen.Cli.Tokens;

/// <summary>Tokens as a table for people: position, id, token, label and the piece of text each one covers.</summary>
internal static class TokenTable
{
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Marked = new(Color.Yellow);

    public static void Write(IAnsiConsole console, HuggingFaceTokenizer tokenizer, Encoding encoding, TokenText text)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Quiet };
        table.AddColumn(new TableColumn("#").RightAligned());
        table.AddColumn(new TableColumn("id").RightAligned());
        table.AddColumn("token");
        table.AddColumn("label");
        table.AddColumn("text");
        table.AddColumn(new TableColumn("where").RightAligned());
        var labels = TokenLabel.Of(tokenizer, encoding);
        for (var i = 0; i < encoding.Count; i++)
        {
            table.AddRow(Row(encoding, i, labels[i], text));
        }

        console.Write(table);
    }

    private static Text[] Row(Encoding encoding, int index, string label, TokenText text)
    {
        var fromText = encoding.SequenceIds[index] is not null;
        var span = encoding.Offsets[index];
        var segment = encoding.SequenceIds[index] == 1 ? text.Pair! : text.Text;
        var slice = fromText && span.Length > 0 ? TokenLabel.Visible(segment[span.Start..span.End]) : "";
        var where = fromText ? $"{(encoding.SequenceIds[index] == 1 ? "B " : "")}{span.Start}–{span.End}" : "";
        return
        [
            new(index.ToString(CultureInfo.InvariantCulture), Quiet),
            new(encoding.Ids[index].ToString(CultureInfo.InvariantCulture)),
            new(TokenLabel.Visible(encoding.Tokens[index]), Quiet),
            new(label, fromText ? Style.Plain : Marked),
            new(slice),
            new(where, Quiet),
        ];
    }
}
