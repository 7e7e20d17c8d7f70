namespace IzzyViz.Tokenizers.Tests.RegularExpressions;

/// <summary>Oniguruma's Ruby syntax; expectations from its documentation (doc/RE) and from the reference.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData(@"\p{L}+", "ab1cd", "ab|1|cd")]
    [InlineData(@"\p{L}+", "𝒳𝒴1", "𝒳𝒴|1")]
    [InlineData(@"\p{^L}+", "ab12", "ab|12")]
    [InlineData(@"\P{L}+", "ab12", "ab|12")]
    [InlineData(@"[^(\s|[.,!?])]+", "ab, (cd)", "ab|, (|cd|)")]
    [InlineData(@"[\p{Han}&&[^東]]+", "東京都a", "東|京都|a")]
    [InlineData(@"[a-c&&b-d]+", "abcd", "a|bc|d")]
    [InlineData(@"(?i:'S)", "x's'ſ'K", "x|'s|'ſ|'K")]
    [InlineData(@"(?i:k)", "kK\u212A", "k|K|\u212A")]
    [InlineData(@"a++ab|a", "aab", "a|a|b")]
    [InlineData(@"(?>a|ab)c", "abc ac", "abc |ac")]
    [InlineData(@"\s+(?!\S)|\s+", "a   b", "a|  | |b")]
    [InlineData(@"(?<=a)b", "abbb", "a|b|bb")]
    [InlineData(@"(?<!a)b", "abb", "ab|b")]
    [InlineData(@"a{2,3}", "aaaaa", "aaa|aa")]
    [InlineData(@"a{2,3}?", "aaaaa", "aa|aa|a")]
    [InlineData(@"a{,2}b", "aaab", "a|aab")]
    [InlineData(@"a{x}", "a{x}a", "a{x}|a")]
    [InlineData(@"(?:ab?)+?c", "xabaabc", "x|abaabc")]
    [InlineData(@"^.", "ab\ncd", "a|b\n|c|d")]
    [InlineData(@".$", "ab\ncd", "a|b|\nc|d")]
    [InlineData(@"(?m:a.b)", "a\nb", "a\nb")]
    [InlineData(@"(?x: a b # both
        )", "ab", "ab")]
    [InlineData(@"\bcat\b", "cat cats", "cat| cats")]
    [InlineData(@"[[:digit:]]+", "a12b", "a|12|b")]
    [InlineData(@"[\x61-\x{63}\u0064]+", "abcde", "abcd|e")]
    [InlineData(@"(?:a|)+b", "aab", "aab")]
    [InlineData(@"(?:(?:a?)*)*c", "aaac", "aaac")]
    [InlineData(@"(?:a|b)*+c", "abbac", "abbac")]
    [InlineData(@"x*", "axa", "a|x|a")]
    [InlineData(@"a(?i)b|C", "aB ac", "aB| |ac")]
    public void A_pattern_cuts_as_expected(string pattern, string text, string expected) =>
        Assert.Equal(expected.Split('|'), Tokenizers.Pieces(pattern, text));

    [Theory]
    [InlineData(@"\1")]
    [InlineData(@"\R")]
    [InlineData(@"\K")]
    [InlineData(@"\p{Klingon}")]
    [InlineData(@"[[:nothing:]]x[")]
    [InlineData(@"[b-a]")]
    [InlineData(@"*a")]
    [InlineData(@"a)")]
    [InlineData(@"(?<=a+)b")]
    [InlineData(@"(?i:ss)")]
    [InlineData(@"(?q:a)")]
    [InlineData(@"\x{110000}")]
    [InlineData(@"((a{1000}){1000}){1000}")]
    public void What_is_not_supported_is_refused(string pattern) => Assert.Throws<TokenizerException>(() => Tokenizers.Pieces(pattern, "text"));
}
