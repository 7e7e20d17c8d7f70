namespace IzzyViz.Analysis.Tokens;

/// <summary>An example as a model reads it.</summary>
/// <param name="Target">The decoder's tokens of an encoder-decoder, start token first; null without a target.</param>
public sealed record EncodedExample(TokenSequence Source, TokenSequence? Target);
