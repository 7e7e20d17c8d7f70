using System.Text;
using IzzyViz.Tokenizers.RegularExpressions;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Fuzzing.Targets;

/// <summary>A regular expression out of a tokenizer's file, on a text that invites backtracking.</summary>
internal static class PatternTarget
{
    private static readonly int[] Text = [.. ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab Straße ﬁn\r\n  \t12345'll 漢字 e\u0301! " + new string('x', 200)).EnumerateRunes().Select(r => r.Value)];

    public static void Read(byte[] input)
    {
        try
        {
            new Pattern(Encoding.UTF8.GetString(input), UnicodeTables.Reference).Find(Text, new List<TextMatch>());
        }
        catch (PatternException)
        {
            // Refused, or stopped by the limit of steps.
        }
    }
}
