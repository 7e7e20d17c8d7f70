using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Cli.Tokens;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary>What <c>tokens</c> writes, and with which exit code it ends.</summary>
public sealed class TokensCommandTests : IDisposable
{
    private const string Tokenizer = """
        {"version":"1.0",
         "truncation":{"direction":"Right","max_length":1,"strategy":"LongestFirst","stride":0},
         "pre_tokenizer":{"type":"WhitespaceSplit"},
         "post_processor":{"type":"BertProcessing","sep":["[SEP]",3],"cls":["[CLS]",2]},
         "model":{"type":"WordLevel","unk_token":"[UNK]","vocab":{"[UNK]":0,"the":1,"[CLS]":2,"[SEP]":3,"🤗":4}}}
        """;

    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();

    public TokensCommandTests() => _folder.Write("tokenizer.json", Tokenizer);

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void Json_has_one_object_per_text_with_offsets_in_code_points()
    {
        Assert.Equal(0, Run(_folder.Path, "🤗 the", "--json"));
        Assert.Equal(
            """{"ids":[2,4,1,3],"offsets":[[0,0],[0,1],[2,5],[0,0]],"type_ids":[0,0,0,0],"special_tokens_mask":[1,0,0,1],"sequence_ids":[null,0,0,null],"word_ids":[null,0,1,null],"tokens":["[CLS]","\uD83E\uDD17","the","[SEP]"],"labels":["[CLS]","\uD83E\uDD17","the","[SEP]"]}""" + "\n",
            _output.ToString());
    }

    [Fact]
    public void Offsets_can_count_utf16()
    {
        Assert.Equal(0, Run(_folder["tokenizer.json"], "🤗 the", "--json", "--offsets", "utf16", "--no-special-tokens"));
        Assert.Contains("\"offsets\":[[0,2],[3,6]]", _output.ToString());
    }

    [Fact]
    public void A_file_of_texts_is_answered_in_order_and_failures_have_their_line()
    {
        var file = _folder.Write("texts.json", """["the", ["the", "\ud83e\udd17"], "a\ud83d", ""]""");
        Assert.Equal(3, Run(_folder.Path, "--file", file, "--json", "--max-length", "2", "--stride", "0"));
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("{\"ids\":[2,3]", lines[0]);
        Assert.Contains("\"error\":", lines[1]);
        Assert.StartsWith("{\"ids\":[2,3]", lines[2]);
    }

    [Theory]
    [InlineData("""["the", [{"role":"user","content":"the"}]]""", "Entry 2")]
    [InlineData("""[{"role":"user","content":"the"}]""", "Entry 1")]
    public void A_conversation_is_refused_with_the_way_to_go(string json, string entry)
    {
        var error = Assert.Throws<DiagnosticException>(() => TokenTexts.Read(_folder.Write("texts.json", json)));
        Assert.Equal("IZV2510", error.Diagnostic.Code);
        Assert.Contains(entry, error.Diagnostic.Message);
    }

    [Fact]
    public void People_get_a_table()
    {
        Assert.Equal(0, Run(_folder.Path, "the 🤗", "--pair", "the"));
        Assert.Contains("[CLS]", _output.ToString());
        Assert.Contains("B 0–3", _output.ToString());
    }

    [Theory]
    [InlineData("model")]
    [InlineData("model", "text", "--file", "f.json")]
    [InlineData("model", "text", "--max-length", "0")]
    [InlineData("model", "text", "--stride", "2")]
    [InlineData("model", "text", "--truncation-side", "up")]
    public async Task Wrong_usage_is_told_apart(params string[] arguments) => Assert.Equal(ExitCode.Usage, (await Tool.RunAsync(["tokens", .. arguments])).Exit);

    [Fact]
    public void A_missing_tokenizer_is_a_diagnostic() =>
        Assert.Equal("IZV2501", Assert.Throws<DiagnosticException>(() => Run(_folder["nothing"], "text")).Diagnostic.Code);

    [Fact]
    public void Texts_that_are_no_array_are_a_diagnostic() =>
        Assert.Equal("IZV2507", Assert.Throws<DiagnosticException>(() => Run(_folder.Path, "--file", _folder.Write("texts.json", "{"))).Diagnostic.Code);

    private int Run(params string[] arguments) => new RootCommand { TokensCommand.Create() }.Parse(["tokens", .. arguments])
        .Invoke(new InvocationConfiguration { Output = _output, EnableDefaultExceptionHandler = false });
}
