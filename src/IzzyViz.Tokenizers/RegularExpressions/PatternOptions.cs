namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Options that groups switch: <c>i</c>, <c>m</c> (Ruby: the dot matches line feeds) and <c>x</c>.</summary>
internal readonly record struct PatternOptions(bool IgnoreCase, bool DotMatchesAll, bool Extended)
{
    public PatternOptions With(int letter, bool on) => letter switch
    {
        'i' => this with { IgnoreCase = on },
        'm' => this with { DotMatchesAll = on },
        'x' => this with { Extended = on },
        _ => throw new PatternException($"the group option '{char.ConvertFromUtf32(letter)}' is not known."),
    };
}
