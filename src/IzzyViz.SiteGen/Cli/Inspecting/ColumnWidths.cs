using System.Collections.Immutable;
using IzzyViz.SiteGen.Structures;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary>How wide the columns of a table are; where room is short, the one of names and the one that wraps share what the others leave.</summary>
internal static class ColumnWidths
{
    // What the border and the padding take of each column.
    private const int Spacing = 2;

    private const int LeastName = 12;

    /// <param name="room">Null where nothing limits it.</param>
    public static ImmutableArray<int> Of(ImmutableArray<ListedColumn> columns, IReadOnlyList<string[]> rows, int? room)
    {
        ImmutableArray<int> natural = [.. columns.Select((c, i) => rows.Select(r => CellText.Width(r[i])).Append(c.Title.Length).Max())];
        var excess = natural.Sum() + (Spacing * columns.Length) + 1 - room;
        return excess > 0 ? Shrunk(columns, rows, natural, excess.Value) : natural;
    }

    private static ImmutableArray<int> Shrunk(ImmutableArray<ListedColumn> columns, IReadOnlyList<string[]> rows, ImmutableArray<int> natural, int excess)
    {
        var name = columns.IndexOf(columns.First(c => c.IsName));
        var wrapping = columns.IndexOf(columns.First(c => c.Wraps));
        var room = natural[name] + natural[wrapping] - excess;
        var wrapped = Math.Min(natural[wrapping], room - Math.Min(natural[name], room / 2));

        // A word is broken only where the name would vanish for it.
        var word = rows.SelectMany(r => r[wrapping].Split(' ')).Max(CellText.Width);
        var least = Math.Max(columns[wrapping].Title.Length, Math.Min(word, room - LeastName));
        wrapped = Math.Max(wrapped, least);
        return natural.SetItem(wrapping, wrapped).SetItem(name, Math.Max(LeastName, room - wrapped));
    }
}
