namespace IzzyViz.Tokenizers;

/// <summary>A stretch of a text, the end not included.</summary>
public readonly record struct TokenSpan(int Start, int End)
{
    public int Length => End - Start;
}
