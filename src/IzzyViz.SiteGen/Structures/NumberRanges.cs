namespace IzzyViz.SiteGen.Structures;

/// <summary>Rising numbers in few words: <c>0–11</c>, <c>0–4, 6–10</c>, <c>0, 2, 4 … 24</c>.</summary>
internal static class NumberRanges
{
    private const int FewestOfProgression = 4;

    public static string Of(IReadOnlyList<long> numbers)
    {
        if (numbers.Count >= FewestOfProgression && IsProgression(numbers))
        {
            return $"{numbers[0]}, {numbers[1]}, {numbers[2]} … {numbers[^1]}";
        }

        var ranges = new List<(long First, long Last)>();
        foreach (var number in numbers)
        {
            if (ranges.Count > 0 && ranges[^1].Last + 1 == number)
            {
                ranges[^1] = (ranges[^1].First, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        return string.Join(", ", ranges.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}"));
    }

    // With steps above one; a step of one is a range.
    private static bool IsProgression(IReadOnlyList<long> numbers)
    {
        var step = numbers[1] - numbers[0];
        return step > 1 && Enumerable.Range(1, numbers.Count - 1).All(i => numbers[i] - numbers[i - 1] == step);
    }
}
