namespace IzzyViz.Tokenizers.Models;

/// <summary>A unigram token and the logarithm of its probability.</summary>
internal readonly record struct ScoredToken(string Text, double Score);
