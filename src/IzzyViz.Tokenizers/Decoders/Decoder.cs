namespace IzzyViz.Tokenizers.Decoders;

/// <summary>Rewrites a list of tokens on the way back to text; what is left is joined.</summary>
internal abstract class Decoder
{
    public abstract List<string> Apply(List<string> tokens);

    /// <summary>The same change to every token by itself.</summary>
    protected static List<string> Each(List<string> tokens, Func<string, int, string> change) => [.. tokens.Select(change)];
}
