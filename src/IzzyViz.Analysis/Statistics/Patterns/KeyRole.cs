namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>
/// What a key is to the query that attends to it. Every visible cell has exactly one role, the first of this list that fits, so that the
/// weights of a row by role add up to the row's sum.
/// </summary>
public enum KeyRole
{
    /// <summary>The query's own position.</summary>
    Self,

    /// <summary>A token the template added.</summary>
    Special,

    /// <summary>The first position that any query sees, where it is no special token.</summary>
    First,

    /// <summary>The position before the query's.</summary>
    Previous,

    /// <summary>The position after the query's.</summary>
    Next,

    /// <summary>Another copy of the query's token.</summary>
    SameToken,

    /// <summary>The token that followed an earlier copy of the query's.</summary>
    AfterSameToken,

    /// <summary>Two to four positions before.</summary>
    NearBefore,

    /// <summary>Two to four positions after.</summary>
    NearAfter,

    /// <summary>Five or more positions before.</summary>
    FarBefore,

    /// <summary>Five or more positions after.</summary>
    FarAfter,

    /// <summary>Of another sequence: at about the same share of its length, an eighth either way.</summary>
    Aligned,

    /// <summary>Of another sequence: before that.</summary>
    Earlier,

    /// <summary>Of another sequence: behind that.</summary>
    Later,
}
