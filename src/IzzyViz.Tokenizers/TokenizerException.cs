namespace IzzyViz.Tokenizers;

/// <summary>A tokenizer file that cannot be used: which file, which component, and what to do.</summary>
public sealed class TokenizerException(string file, string component, string problem, string remedy, Exception? inner = null)
    : Exception($"{file}: {component}: {problem} {remedy}", inner)
{
    public string File { get; } = file;

    public string Component { get; } = component;

    public string Problem { get; } = problem;

    public string Remedy { get; } = remedy;
}
