namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>What a head does, in a word, from the shares of its weight by role.</summary>
public static class PatternClass
{
    /// <summary>Below this share a head follows no single role.</summary>
    public const double Notable = 0.25;

    private static readonly KeyRole[] Patterns =
        [KeyRole.Self, KeyRole.Special, KeyRole.First, KeyRole.Previous, KeyRole.Next, KeyRole.SameToken, KeyRole.AfterSameToken, KeyRole.Aligned];

    /// <summary>
    /// The roles that name a pattern and have a quarter of the weight or more, heaviest first: "special tokens", "special tokens and next token"; "near tokens" where
    /// there is none and half of the weight is two to four positions away; else "spread".
    /// </summary>
    public static string NameOf(ReadOnlySpan<double> profile)
    {
        var notable = new List<(KeyRole Role, double Share)>();
        foreach (var role in Patterns)
        {
            notable.AddRange(profile[(int)role] >= Notable ? [(role, profile[(int)role])] : []);
        }

        var near = profile[(int)KeyRole.NearBefore] + profile[(int)KeyRole.NearAfter];
        return notable.Count > 0 ? string.Join(" and ", notable.OrderByDescending(n => n.Share).Select(n => NameOf(n.Role))) : near >= 0.5 ? "near tokens" : "spread";
    }

    /// <summary>What pages call a role.</summary>
    public static string NameOf(KeyRole role) => role switch
    {
        KeyRole.Self => "the token itself",
        KeyRole.Special => "special tokens",
        KeyRole.First => "first token",
        KeyRole.Previous => "previous token",
        KeyRole.Next => "next token",
        KeyRole.SameToken => "same token elsewhere",
        KeyRole.AfterSameToken => "what followed the same token",
        KeyRole.NearBefore => "2 to 4 before",
        KeyRole.NearAfter => "2 to 4 after",
        KeyRole.FarBefore => "5 or more before",
        KeyRole.FarAfter => "5 or more after",
        KeyRole.Aligned => "same place in the other text",
        KeyRole.Earlier => "earlier in the other text",
        _ => "later in the other text",
    };
}
