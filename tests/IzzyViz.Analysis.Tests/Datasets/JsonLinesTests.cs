using IzzyViz.Analysis.Datasets;

namespace IzzyViz.Analysis.Tests.Datasets;

public sealed class JsonLinesTests
{
    private static readonly ColumnMap Full = new() { Id = "id", Text = "sentence", Pair = "other", Label = "gold", Tags = "tags" };

    [Fact]
    public void Every_role_is_read_from_its_column()
    {
        using var file = new SampleFile("a.jsonl", """
            {"id":"r1","sentence":"Not bad","other":"Good","gold":1,"tags":["negation","short"],"ignored":{"deep":[1]}}
            {"tags":null,"gold":true,"sentence":"Fine\tthen é","id":7}
            """).With(Full);

        var examples = file.Examples();

        Assert.Equal(("r1", "Not bad", "Good", "1"), (examples[0].Id, examples[0].Text, examples[0].Pair, examples[0].Label));
        Assert.Equal(["negation", "short"], examples[0].Tags);
        Assert.Equal(("7", "Fine\tthen é", null, "true"), (examples[1].Id, examples[1].Text, examples[1].Pair, examples[1].Label));
        Assert.Empty(examples[1].Tags);
        Assert.Equal([1, 2], examples.Select(e => e.Location.Line));
    }

    [Fact]
    public void Source_and_target_or_ready_token_ids_make_examples_too()
    {
        using var pairs = new SampleFile("a.jsonl", """{"de":"Hallo","en":"Hello"}""").With(new() { Text = "de", Target = "en" });
        using var ids = new SampleFile("b.jsonl", """{"input_ids":[101,2003,102]}""").With(new() { InputIds = "input_ids" });

        Assert.Equal("Hello", pairs.Examples().Single().Target);
        Assert.Equal([101, 2003, 102], ids.Examples().Single().InputIds!.Value);
        Assert.Null(ids.Examples().Single().Text);
    }

    [Fact]
    public void Marks_line_ends_and_blank_lines_are_not_content()
    {
        using var file = new SampleFile("a.jsonl", "\uFEFF{\"text\":\"a\"}\r\n\r\n  \n{\"text\":\"b\"}");

        Assert.Equal([("a", 1), ("b", 4)], file.Examples().Select(e => (e.Text!, e.Location.Line)));
    }

    [Theory]
    [InlineData("""{"text":"a"} x""", "a.jsonl(2,14): IZV2013")]
    [InlineData("""{"text":"a",}""", "a.jsonl(2,13): IZV2013")]
    [InlineData("""{"text":"a""", "a.jsonl(2,11): IZV2013")]
    [InlineData("""["a"]""", "a.jsonl(2,1): IZV2013 The line is not one JSON object: it starts with a list.")]
    [InlineData("""{"text":"\ud83d"}""", "a.jsonl(2,9): IZV2013 The line is not one JSON object: a string holds half a surrogate pair")]
    [InlineData("""{"text":5}""", "a.jsonl(2): IZV2010 Column 'text' holds the number 5, where a text is expected.")]
    [InlineData("""{"text":["a"]}""", "a.jsonl(2): IZV2010 Column 'text' holds a list, where a text is expected.")]
    [InlineData("""{"text":{"a":1}}""", "a.jsonl(2): IZV2010 Column 'text' holds an object, where a text is expected.")]
    [InlineData("""{"text":[{"role":"user","content":"Hi"},{"content":[],"role":"assistant"}]}""", "a.jsonl(2): IZV2025 Column 'text' holds a conversation")]
    [InlineData("""{"text":[{"from":"human","value":"Hi"}]}""", "a.jsonl(2): IZV2025 Column 'text' holds a conversation")]
    [InlineData("""{"text":[{"role":"user"}]}""", "a.jsonl(2): IZV2010 Column 'text' holds a list of more than plain values")]
    [InlineData("""{"text":"  "}""", "a.jsonl(2): IZV2009 Column 'text' is empty; every example needs a text.")]
    [InlineData("""{"text":null}""", "a.jsonl(2): IZV2021 Column 'text' has no value in this row.")]
    [InlineData("""{"other":"b"}""", "a.jsonl(2): IZV2021 Column 'text' has no value in this row.")]
    public void A_broken_line_is_named_and_the_others_are_read(string line, string finding)
    {
        using var file = new SampleFile("a.jsonl", $$"""{"text":"before"}{{"\n"}}{{line}}{{"\n"}}{"text":"after"}""");

        Assert.StartsWith(finding, file.Finding(), StringComparison.Ordinal);
        Assert.Equal(["before", "after"], file.Read().Examples.Select(e => e.Text));
    }

    [Theory]
    [InlineData("[1,-2]", "'-2'")]
    [InlineData("[1,\"x\"]", "'x'")]
    [InlineData("[]", "an empty list")]
    [InlineData("3", "the number 3")]
    public void Token_ids_are_integers_from_0(string value, string found)
    {
        using var file = new SampleFile("a.jsonl", $$"""{"ids":{{value}}}""").With(new() { InputIds = "ids" });

        Assert.Equal($"a.jsonl(1): IZV2010 Column 'ids' holds {found}, where a list of token ids (integers from 0) is expected.", file.Finding());
    }

    [Fact]
    public void A_required_column_that_no_row_has_is_one_finding_with_the_nearest_name()
    {
        using var file = new SampleFile("a.jsonl", """{"id":"1","sentance":"x"}""").With(new() { Text = "sentence" });

        Assert.Equal(
            "site.yml(7,5): IZV2005 'a.jsonl' has no column 'sentence' (given as text); there are: id, sentance. Did you mean 'sentance'?", file.Finding());
    }

    [Fact]
    public void An_optional_column_may_first_appear_far_down()
    {
        var rows = string.Concat(Enumerable.Range(0, 300).Select(i => $$"""{"text":"t{{i}}"}{{"\n"}}"""));
        using var late = new SampleFile("a.jsonl", rows + """{"text":"x","label":"odd"}""").With(new() { Text = "text", Label = "label" });
        using var never = new SampleFile("b.jsonl", rows).With(new() { Text = "text", Label = "label" });

        Assert.Equal("odd", late.Examples()[^1].Label);
        Assert.StartsWith("site.yml(7,5): IZV2005 'b.jsonl' has no column 'label' (given as label); there are: text.", never.Finding(), StringComparison.Ordinal);
    }
}
