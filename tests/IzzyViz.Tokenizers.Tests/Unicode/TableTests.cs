using System.Globalization;
using System.Text;
using IzzyViz.Testing;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Tests.Unicode;

/// <summary>The probed tables matter: with .NET's in their place the comparison with the reference fails.</summary>
public sealed class TableTests
{
    [Fact]
    public void The_tables_say_what_was_probed() => Assert.Equal("tokenizers 0.23.2", UnicodeTables.Reference.Version);

    [Fact]
    public void Dot_nets_punctuation_gives_other_pieces()
    {
        var dotNet = UnicodeTables.Reference with { Punctuation = CodePointSet.Where(IsPunctuation) };
        Assert.NotEqual(0, Differences("\"pre_tokenizer\":{\"type\":\"Punctuation\"},", dotNet));
    }

    [Fact]
    public void Dot_nets_word_characters_give_other_pieces()
    {
        var dotNet = UnicodeTables.Reference with { Word = CodePointSet.Where(c => Rune.IsLetterOrDigit(new(c)) || c == '_') };
        Assert.NotEqual(0, Differences("\"pre_tokenizer\":{\"type\":\"Whitespace\"},", dotNet));
    }

    [Fact]
    public void Dot_nets_marks_give_other_pieces()
    {
        var dotNet = UnicodeTables.Reference with { Combining = CodePointSet.Where(c => Category(c) is UnicodeCategory.NonSpacingMark) };
        Assert.NotEqual(0, Differences("\"normalizer\":{\"type\":\"StripAccents\"},\"pre_tokenizer\":{\"type\":\"FixedLength\",\"length\":1},", dotNet));
    }

    [Fact]
    public void Hangul_composes_by_formula()
    {
        Assert.Equal((0x1112, 0x1161, 0x11AB), Hangul.Parts('한'));
        Assert.Equal('한', Hangul.Compose('하', 0x11AB));
        Assert.Equal(-1, Hangul.Compose('한', 0x11AB));
    }

    [Fact]
    public void Sets_behave_like_sets_of_numbers()
    {
        var set = CodePointSet.From([(5, 9), (7, 12), (0x10400, 0x10500), (13, 13)]);
        Assert.Equal([(5, 13), (0x10400, 0x10500)], set.Ranges.ToArray());
        foreach (var c in new[] { 0, 4, 5, 13, 14, 0xFFFF, 0x103FF, 0x10400, 0x10500, 0x10501, 0x10FFFF })
        {
            Assert.NotEqual(set.Contains(c), set.Complement().Contains(c));
            Assert.Equal(set.Contains(c) && c > 8, set.Intersect(CodePointSet.Of(9, 0x10FFFF)).Contains(c));
        }
    }

    /// <summary>How many of all code points, each between two letters, are cut or cleaned differently.</summary>
    private static int Differences(string parts, UnicodeTables tables)
    {
        var ours = Load(parts, UnicodeTables.Reference);
        var theirs = Load(parts, tables);
        return Enumerable.Range(0x80, 0x1FF80).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => "a" + char.ConvertFromUtf32(c) + "b")
            .Count(text => !ours.Encode(text).Offsets.SequenceEqual(theirs.Encode(text).Offsets));
    }

    private static HuggingFaceTokenizer Load(string parts, UnicodeTables tables)
    {
        var json = "{\"version\":\"1.0\"," + parts + "\"model\":{\"type\":\"WordLevel\",\"unk_token\":\"a\",\"vocab\":{\"a\":0}}}";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        return new(TokenizerDocument.Read(stream, "tables"), tables);
    }

    private static bool IsPunctuation(int c) => c < 128 && (char.IsPunctuation((char)c) || char.IsSymbol((char)c)) || Rune.IsPunctuation(new(c));

    private static UnicodeCategory Category(int c) => Rune.GetUnicodeCategory(new(c));
}
