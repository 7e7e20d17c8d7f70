using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>
/// Cuts where the script changes. Spaces and code points without a script stay with what is before them; those at the
/// very start belong to no piece, as in the reference.
/// </summary>
internal sealed class ScriptPreTokenizer(UnicodeTables tables) : PreTokenizer
{
    protected override void Cut(AlignedText text, List<TextMatch> matches, List<Piece> output)
    {
        int start = -1, script = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var found = ScriptOf(text.Characters[i], script);
            if (found < 0 || found == script)
            {
                continue;
            }

            if (start >= 0)
            {
                Add(output, text.Slice(start, i));
            }

            (start, script) = (i, found);
        }

        if (start >= 0)
        {
            Add(output, text.Slice(start, text.Length));
        }
    }

    /// <param name="likely">The script to ask first: neighbours mostly share theirs.</param>
    private int ScriptOf(int character, int likely) => likely >= 0 && tables.Scripts[likely].Contains(character)
        ? likely
        : Array.FindIndex(tables.Scripts, s => s.Contains(character));
}
