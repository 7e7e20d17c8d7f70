using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>What can be said of a pattern without running it.</summary>
internal static class NodeFacts
{
    /// <summary>Fewest and most characters; <see cref="long.MaxValue"/> where there is no limit.</summary>
    public static (long Min, long Max) Length(Node node) => node switch
    {
        SetNode => (1, 1),
        SequenceNode s => s.Items.Select(Length).Aggregate((0L, 0L), (a, b) => (a.Item1 + b.Min, Sum(a.Item2, b.Max))),
        AlternationNode a => a.Branches.Select(Length).Aggregate((a, b) => (Math.Min(a.Min, b.Min), Math.Max(a.Max, b.Max))),
        RepeatNode r => Repeated(Length(r.Item), r),
        AtomicNode a => Length(a.Item),
        _ => (0, 0),
    };

    /// <summary>The characters a match can begin with, or null where it can be empty.</summary>
    public static CodePointSet? First(Node node) => node switch
    {
        SetNode s => s.Set,
        SequenceNode s => s.Items.IsEmpty ? null : FirstOf(s),
        AlternationNode a => a.Branches.Select(First).Aggregate((x, y) => x is null || y is null ? null : x.Union(y)),
        RepeatNode r => r.Min == 0 ? null : First(r.Item),
        AtomicNode a => First(a.Item),
        _ => null,
    };

    /// <summary>Optional items at the front add what they can begin with.</summary>
    private static CodePointSet? FirstOf(SequenceNode sequence)
    {
        var soFar = CodePointSet.Empty;
        foreach (var item in sequence.Items)
        {
            if (First(item) is { } set)
            {
                return soFar.Union(set);
            }

            if (item is not RepeatNode { Min: 0, Item: SetNode optional })
            {
                return null;
            }

            soFar = soFar.Union(optional.Set);
        }

        return null;
    }

    private static (long Min, long Max) Repeated((long Min, long Max) item, RepeatNode repeat) =>
        (item.Min * repeat.Min, item.Max == 0 ? 0 : repeat.Max == int.MaxValue || item.Max == long.MaxValue ? long.MaxValue : item.Max * repeat.Max);

    private static long Sum(long a, long b) => a == long.MaxValue || b == long.MaxValue ? long.MaxValue : a + b;
}
