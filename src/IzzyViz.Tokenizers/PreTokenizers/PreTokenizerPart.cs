using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.RegularExpressions;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>Makes the pre-tokenizer that a <c>tokenizer.json</c> describes.</summary>
internal static class PreTokenizerPart
{
    private const string Known = "Known are BertPreTokenizer, ByteLevel, CharDelimiterSplit, Digits, FixedLength, Metaspace, Punctuation, Sequence, Split, "
        + "UnicodeScripts, Whitespace and WhitespaceSplit.";

    public static PreTokenizer Load(JsonPart part, UnicodeTables tables) => part.Type switch
    {
        "Sequence" => new SequencePreTokenizer([.. part.Parts("pretokenizers").Select(p => Load(p, tables))]),
        "BertPreTokenizer" => new SequencePreTokenizer([Spaces(tables), Characters(tables.Punctuation, SplitBehavior.Isolated)]),
        "WhitespaceSplit" => Spaces(tables),
        "Whitespace" => new SplitPreTokenizer(new WordRunPattern(tables), SplitBehavior.Removed, invert: true),
        "Punctuation" => Characters(tables.Punctuation, SplitBehaviors.Load(part, "behavior", SplitBehavior.Isolated)),
        "Digits" => Characters(tables.Numeric, part.Flag("individual_digits", false) ? SplitBehavior.Isolated : SplitBehavior.Contiguous),
        "CharDelimiterSplit" => Characters(CodePointSet.Of(Character(part, "delimiter")), SplitBehavior.Removed),
        "FixedLength" => new SplitPreTokenizer(new FixedLengthPattern(Length(part)), SplitBehavior.Isolated),
        "Split" => new SplitPreTokenizer(PatternPart.Load(part, tables), SplitBehaviors.Load(part, "behavior"), part.Flag("invert", false)),
        "ByteLevel" => ByteLevel(part, tables),
        "Metaspace" => new MetaspacePreTokenizer(Character(part, "replacement"), PrependSchemes.Load(part), part.Flag("split", true)),
        "UnicodeScripts" => new ScriptPreTokenizer(tables),
        var type => throw part.Unsupported($"the pre-tokenizer {type} is not supported.", Known),
    };

    private static SplitPreTokenizer Spaces(UnicodeTables tables) => Characters(tables.Space, SplitBehavior.Removed);

    private static SplitPreTokenizer Characters(CodePointSet set, SplitBehavior behavior) => new(new CharacterPattern(set), behavior);

    private static ByteLevelPreTokenizer ByteLevel(JsonPart part, UnicodeTables tables) => new(
        part.Flag("add_prefix_space", true),
        part.Flag("use_regex", true) ? new Pattern(ByteLevelPreTokenizer.Gpt2, tables) : null);

    private static int Character(JsonPart part, string name) =>
        CodePoints.Of(part.Text(name)) is [var single] ? single : throw part.Missing(name, "a single character");

    private static int Length(JsonPart part) => part.Number("length", 5) is > 0 and var length ? length : throw part.Missing("length", "at least 1");
}
