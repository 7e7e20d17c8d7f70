using IzzyViz.Tokenizers.Encodings;

namespace IzzyViz.Tokenizers.PostProcessors;

/// <summary>Puts segments together, usually with special tokens around them.</summary>
internal abstract class PostProcessor
{
    /// <summary>How many tokens it adds, so that truncation can leave room.</summary>
    public abstract int AddedTokens(bool pair);

    public abstract List<TokenRun> Apply(List<TokenRun> runs, bool addSpecialTokens);
}
