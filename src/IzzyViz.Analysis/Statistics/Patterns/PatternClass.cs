namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>What a head does, in a word, from the shares of its weight by role.</summary>
public static class PatternClass
{
    /// <summary>Below this share a head follows no single role.</summary>
    public const double Notable = 0.25;

    /// <summary>The role that has most of the weight of all that name a pattern, and its share.</summary>
    /// <param name="profile">Shares <c>[role]</c>, from <see cref="RoleIndex.Profile"/>.</param>
    public static (KeyRole Role, double Share) Leading(ReadOnlySpan<double> profile)
    {
        var leading = KeyRole.Self;
        for (var role = KeyRole.Self; role <= KeyRole.AfterSameToken; role++)
        {
            leading = profile[(int)role] > profile[(int)leading] ? role : leading;
        }

        return profile[(int)KeyRole.Aligned] > profile[(int)leading] ? (KeyRole.Aligned, profile[(int)KeyRole.Aligned]) : (leading, profile[(int)leading]);
    }

    /// <summary>"previous token" where a role has a quarter of the weight or more; else "near tokens" or "spread", whichever has more.</summary>
    public static string NameOf(ReadOnlySpan<double> profile)
    {
        var (role, share) = Leading(profile);
        var near = profile[(int)KeyRole.NearBefore] + profile[(int)KeyRole.NearAfter];
        return share >= Notable ? NameOf(role) : near >= 0.5 ? "near tokens" : "spread";
    }

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
