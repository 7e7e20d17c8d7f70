using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IzzyViz.Analysis.Models.Matching;

namespace IzzyViz.Analysis.Models;

/// <summary>Numbers the layers of each kind in the order of the data flow; names are believed where they agree with that order and leave gaps.</summary>
internal static partial class LayerNumbers
{
    public static ImmutableArray<int> Of(ImmutableArray<ImmutableArray<AttentionSite>> modules, ImmutableArray<AttentionKind> kinds)
    {
        var numbers = new int[modules.Length];
        foreach (var kind in kinds.Distinct())
        {
            var members = Enumerable.Range(0, modules.Length).Where(i => kinds[i] == kind).ToList();
            var named = members.Select(i => Named(modules[i][0])).ToList();
            var believed = IsIncreasing(named);
            for (var i = 0; i < members.Count; i++)
            {
                numbers[members[i]] = believed ? named[i]!.Value : i;
            }
        }

        return [.. numbers];
    }

    private static bool IsIncreasing(List<int?> numbers) =>
        numbers.All(n => n is not null) && numbers.Zip(numbers.Skip(1)).All(p => p.First < p.Second);

    private static int? Named(AttentionSite site)
    {
        var match = LayerName().Match($"{site.Anchor.Scope} {site.Anchor.Name}");
        return match.Success && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:layers?|h|blocks?|resblocks)[./_]+(?<number>\d{1,4})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex LayerName();
}
