namespace IzzyViz.Tokenizers;

/// <summary>An end of the token sequence.</summary>
public enum Side
{
    Right,
    Left,
}
