using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Structures;

/// <param name="Count">How many things the row stands for.</param>
internal sealed record ListedRow(ImmutableArray<string> Cells, int Count);

/// <summary>A column of a table for people, in a terminal or on a page; a name is shortened where a terminal has no room for it.</summary>
internal sealed record ListedColumn(string Title)
{
    public bool IsNumber { get; init; }

    public bool IsName { get; init; }

    public bool Wraps { get; init; }
}
