using IzzyViz.Tokenizers.Models;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>A stretch of text that the model reads by itself, or an added token found in the text.</summary>
internal readonly record struct Piece(AlignedText Text, TokenPart? Added = null);
