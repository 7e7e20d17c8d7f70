using System.Globalization;

namespace IzzyViz.Benchmarks.Building;

/// <summary>
/// Ways to do one thing, taken in turn and then in turn backwards (A B B A …), so that a machine that gets slower favours none. One round before the
/// first is not counted: it fills the caches of the system.
/// </summary>
internal static class SideBySide
{
    public static void Write(TextWriter output, int rounds, params IReadOnlyList<(string Name, Func<TimeSpan> Take)> ways)
    {
        foreach (var (_, take) in ways)
        {
            take();
        }

        var costs = ways.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var way in round % 2 == 0 ? Enumerable.Range(0, ways.Count) : Enumerable.Range(0, ways.Count).Reverse())
            {
                costs[way].Add(ways[way].Take().TotalSeconds);
            }
        }

        for (var way = 0; way < ways.Count; way++)
        {
            output.WriteLine(Line(ways[way].Name, costs[way], costs[0]));
        }
    }

    private static string Line(string name, List<double> costs, List<double> first) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: least {costs.Min():0.00} s, median {Median(costs):0.00} s; of the first {costs.Min() / first.Min():0.000} and {Median(costs) / Median(first):0.000}");

    private static double Median(List<double> costs) => costs.Order().ElementAt(costs.Count / 2);
}
