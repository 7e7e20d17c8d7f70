namespace IzzyViz.Tokenizers;

/// <summary>Which text of a pair is cut.</summary>
public enum TruncationStrategy
{
    /// <summary>The longer one, until both are equally long.</summary>
    LongestFirst,
    OnlyFirst,
    OnlySecond,
}
