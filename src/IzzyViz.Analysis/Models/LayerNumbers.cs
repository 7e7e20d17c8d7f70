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
            var counted = Counted([.. members.Select(i => modules[i][0])], kind == AttentionKind.Decoder ? CrossesBefore(members, kinds) : [], kinds.Count(k => k == AttentionKind.Cross));
            for (var i = 0; i < members.Count; i++)
            {
                numbers[members[i]] = believed ? named[i]!.Value : counted[i];
            }
        }

        return [.. numbers];
    }

    /// <summary>
    /// A layer that weighs its values with an earlier one's weights counts, though it has no module. Of slots that attend to each other and to tokens by turns, the first
    /// have nothing to look at that is fed: where they lack, the cross-attentions count the layers.
    /// </summary>
    private static ImmutableArray<int> Counted(ImmutableArray<AttentionSite> sites, List<int> crosses, int all)
    {
        if (crosses.Count > 0 && all == sites.Length + 1 && crosses.Select((c, i) => c == i + 1).All(follows => follows))
        {
            return [.. crosses];
        }

        var numbers = ImmutableArray.CreateBuilder<int>();
        var next = 0;
        foreach (var site in sites)
        {
            numbers.Add(next);
            next += 1 + site.FurtherLayers;
        }

        return numbers.ToImmutable();
    }

    private static List<int> CrossesBefore(List<int> members, ImmutableArray<AttentionKind> kinds) =>
        members.ConvertAll(i => kinds.Take(i).Count(k => k == AttentionKind.Cross));

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
