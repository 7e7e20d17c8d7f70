namespace IzzyViz.Tokenizers.Text;

/// <summary>
/// One character of a rewritten text. A difference of 0 stands for one character of the old text, 1 is an insertion,
/// and -n also swallows the n characters that followed.
/// </summary>
internal readonly record struct Change(int Character, int Difference);
