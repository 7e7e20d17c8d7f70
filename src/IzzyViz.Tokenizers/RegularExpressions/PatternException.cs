namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>A pattern this matcher cannot take, or a match that takes too long. The tokenizer turns it into a <see cref="TokenizerException"/>.</summary>
internal sealed class PatternException(string problem) : Exception(problem);
