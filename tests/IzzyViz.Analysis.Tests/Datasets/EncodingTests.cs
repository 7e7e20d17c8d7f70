using System.Text;

namespace IzzyViz.Analysis.Tests.Datasets;

public sealed class EncodingTests
{
    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.csv")]
    [InlineData("a.tsv")]
    public void Invalid_utf8_is_named_by_line_and_byte(string name)
    {
        byte[] bytes = [.. "text\nfine é\nbad "u8, 0xE9, .. " here\n"u8];
        using var file = new SampleFile(name, bytes);

        Assert.Equal($"{name}(3): IZV2007 Byte 17 of the file (0xE9) is not valid UTF-8; save the file as UTF-8.", file.Finding());
    }

    [Fact]
    public void Invalid_utf8_in_a_json_string_is_found_too()
    {
        using var file = new SampleFile("a.jsonl", [.. "{\"text\":\"a\"}\n{\"text\":\""u8, 0xC3, .. "\"}\n{\"text\":\"b\"}"u8]);

        Assert.Equal("a.jsonl(2): IZV2007 Byte 22 of the file (0xC3) is not valid UTF-8; save the file as UTF-8.", file.Finding());
        Assert.Equal(["a", "b"], file.Read().Examples.Select(e => e.Text));
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.csv")]
    [InlineData("a.tsv")]
    [InlineData("a.jsonl")]
    public void Utf16_is_said_to_be_utf16(string name)
    {
        using var file = new SampleFile(name, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("text\nabc\n")]);

        Assert.Equal($"{name}: IZV2022 '{name}' is UTF-16; save it as UTF-8.", file.Finding());
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.csv")]
    [InlineData("a.tsv")]
    public void A_nul_byte_is_no_text(string name)
    {
        using var file = new SampleFile(name, "text\nab\0c\n");

        Assert.Contains($"{name}(2): IZV2008 Byte 7 of the file is NUL", file.Finding(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "text\n{0}\nlast\n")]
    [InlineData("a.csv", "text\n\"{0}\"\nlast\n")]
    [InlineData("a.tsv", "text\n{0}\nlast\n")]
    [InlineData("a.jsonl", "{{\"text\":\"x\"}}\n{{\"text\":\"{0}\"}}\n{{\"text\":\"last\"}}\n")]
    public void A_line_of_ten_megabytes_is_a_line_like_any_other(string name, string format)
    {
        var longest = new string('é', 5 << 20);
        using var file = new SampleFile(name, string.Format(null, format, longest));

        var examples = file.Examples();

        Assert.Equal((longest, "last"), (examples[^2].Text, examples[^1].Text));
    }
}
