using System.Collections.Immutable;
using IzzyViz.DemoModels.Tasks;
using IzzyViz.DemoModels.Tasks.Dates;

namespace IzzyViz.DemoModels.Datasets;

/// <summary>Held-out dates, the styles in turn.</summary>
internal static class DatesDataset
{
    public const int Count = 320;
    private const int Seed = 2028;

    public static ImmutableArray<WrittenDate> Dates { get; } = [.. Draw()];

    public static string Rows() =>
        "id\ttext\ttarget\tstyle\n" + string.Concat(Dates.Select((date, i) => $"{Id(i)}\t{date.Text}\t{date.Iso}\t{date.Style}\n"));

    private static string Id(int row) => $"date-{row + 1:000}";

    private static IEnumerable<WrittenDate> Draw()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            var date = DateStyles.DrawHeldOut(random).Date;
            yield return DateStyles.Write(random, date, DateStyles.Names[i % DateStyles.Names.Length]);
        }
    }
}
