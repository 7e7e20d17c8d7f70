using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.RegularExpressions;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Text;

/// <summary>Reads <c>{"String": …}</c> and <c>{"Regex": …}</c>.</summary>
internal static class PatternPart
{
    public static ITextPattern Load(JsonPart owner, UnicodeTables tables)
    {
        if (owner.Node["pattern"] is System.Text.Json.Nodes.JsonValue)
        {
            return new LiteralPattern(owner.Text("pattern"));
        }

        var part = owner.Part("pattern");
        return part.Has("String") ? new LiteralPattern(part.Text("String")) : Regex(part.Text("Regex"), owner, tables);
    }

    private static GuardedPattern Regex(string source, JsonPart owner, UnicodeTables tables)
    {
        try
        {
            return new(new(source, tables), source, owner.File, owner.Component);
        }
        catch (PatternException problem)
        {
            throw owner.Unsupported(
                $"the regular expression '{source}' cannot be used: {problem.Message}",
                "Only a tokenizer without it can be read exactly; look for another export of the model.");
        }
    }

    /// <summary>Names file and component when a match takes too long.</summary>
    private sealed class GuardedPattern(Pattern pattern, string source, string file, string component) : ITextPattern
    {
        public void Find(ReadOnlySpan<int> text, List<TextMatch> output)
        {
            try
            {
                pattern.Find(text, output);
            }
            catch (PatternException problem)
            {
                throw new TokenizerException(
                    file, component, $"the regular expression '{source}' was stopped: {problem.Message}", "Give the text in shorter pieces, or use another tokenizer.");
            }
        }
    }
}
