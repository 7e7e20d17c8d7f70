namespace IzzyViz.Tokenizers.AddedTokens;

/// <summary>A token found in the text before the model sees it.</summary>
/// <param name="SingleWord">Only where no word character touches it.</param>
/// <param name="StripLeft">Takes the white space before it.</param>
/// <param name="StripRight">Takes the white space behind it.</param>
/// <param name="Normalized">Looked for in the normalised text, in its own normalised form.</param>
/// <param name="Special">Left out when decoding without special tokens.</param>
internal sealed record AddedToken(string Content, int Id = -1, bool SingleWord = false, bool StripLeft = false, bool StripRight = false, bool Normalized = false, bool Special = false);
