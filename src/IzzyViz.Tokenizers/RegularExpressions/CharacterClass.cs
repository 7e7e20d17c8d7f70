using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>The characters that a pattern lists, or all but these.</summary>
internal readonly record struct CharacterClass(CodePointSet Members, bool IsNegative)
{
    public CodePointSet Set => IsNegative ? Members.Complement() : Members;

    /// <summary>With what equals a member when case is ignored, one character for one.</summary>
    public CharacterClass IgnoringCase(UnicodeTables tables)
    {
        if (!IsNegative)
        {
            FoldedSequences.Check(Members);
        }

        var members = Members;
        var more = tables.Fold.Where(f => members.Contains(f.Key)).SelectMany(f => f.Value).Select(c => (c, c)).ToList();
        return more.Count == 0 ? this : this with { Members = members.Union(CodePointSet.From(more)) };
    }
}
