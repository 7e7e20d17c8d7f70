namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>The steps a matcher may take over one text: a limit that grows with the text ends patterns that try exponentially many ways.</summary>
internal struct StepBudget(int length)
{
    private const long Base = 2_000_000;
    private const long PerCharacter = 500;

    private long _left = Base + PerCharacter * length;

    /// <exception cref="PatternException">They are used up.</exception>
    public void Spend(int steps)
    {
        _left -= steps;
        if (_left < 0)
        {
            throw new PatternException($"it takes too many steps on a text of {length} characters.");
        }
    }
}
