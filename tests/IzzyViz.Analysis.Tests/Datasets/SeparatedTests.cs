using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Tests.Datasets;

public sealed class SeparatedTests
{
    [Fact]
    public void A_quoted_field_may_hold_separators_quotes_and_line_ends()
    {
        using var file = new SampleFile("a.csv", "\uFEFFid,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2,d\r\n").With(new() { Id = "id", Text = "text" });

        Assert.Equal([("1", "a, \"b\"\r\nc", 2), ("2", "d", 5)], file.Examples().Select(e => (e.Id, e.Text!, e.Location.Line)));
    }

    [Fact]
    public void Lists_in_text_files_are_separated_by_commas_or_semicolons()
    {
        using var file = new SampleFile("a.csv", "ids,tags\n101 7 102,a; b\n\"[101, 8]\",\"c,d,\"\n").With(new() { InputIds = "ids", Tags = "tags" });

        Assert.Equal([[101, 7, 102], [101, 8]], file.Examples().Select(e => e.InputIds!.Value.ToArray()));
        Assert.Equal([["a", "b"], ["c", "d"]], file.Examples().Select(e => e.Tags.ToArray()));
    }

    [Fact]
    public void An_empty_optional_field_is_absent()
    {
        using var file = new SampleFile("a.csv", "text,pair,label\nx,,\n").With(new() { Text = "text", Pair = "pair", Label = "label" });

        Assert.Equal((null, null), (file.Examples().Single().Pair, file.Examples().Single().Label));
    }

    [Theory]
    [InlineData("x\n", "a.csv(4): IZV2011 The row has 1 fields and the header 2; quote fields that contain the separator.")]
    [InlineData("x,y,z\n", "a.csv(4): IZV2011 The row has 3 fields and the header 2; quote fields that contain the separator.")]
    [InlineData("\"x\"y,z\n", "a.csv(4): IZV2012")]
    [InlineData("\"x,z\nq,r\n", "a.csv(4): IZV2012")]
    [InlineData("7,\n", "a.csv(4): IZV2009 Column 'text' is empty; every example needs a text.")]
    [InlineData("1,z\n", "a.csv(4): IZV2006 Id '1' is taken by row 2 already; ids must be unique (column 'id').")]
    [InlineData(",z\n", "a.csv(4): IZV2021 Column 'id' has no value in this row.")]
    public void A_broken_row_is_named_by_the_line_it_starts_on(string row, string finding)
    {
        using var file = new SampleFile("a.csv", "id,text\n1,\"two\nlines\"\n" + row).With(new() { Id = "id", Text = "text" });

        Assert.StartsWith(finding, file.Finding(), StringComparison.Ordinal);
        Assert.Equal("two\nlines", file.Read().Examples.Single().Text);
    }

    [Fact]
    public void A_column_may_not_be_named_twice()
    {
        using var file = new SampleFile("a.csv", "text,text\na,b\n");

        Assert.Equal("a.csv(1): IZV2020 Column 'text' occurs twice in the header.", file.Finding());
    }

    [Fact]
    public void Quotes_in_tab_separated_values_are_just_quotes()
    {
        using var file = new SampleFile("a.tsv", "text\tlabel\r\n\"No\" she said\tneg\r\n\"open\tpos\r\n").With(new() { Text = "text", Label = "label" });

        Assert.Equal([("\"No\" she said", "neg"), ("\"open", "pos")], file.Examples().Select(e => (e.Text!, e.Label!)));
    }

    [Fact]
    public void A_line_of_plain_text_is_an_example_and_an_empty_one_a_mistake()
    {
        using var sound = new SampleFile("a.txt", "one\r\ntwo");
        using var broken = new SampleFile("b.txt", "one\n\ntwo\n");

        Assert.Equal(["one", "two"], sound.Examples().Select(e => e.Text));
        Assert.Equal("b.txt(2): IZV2009 Column 'text' is empty; every example needs a text.", broken.Finding());
    }

    [Theory]
    [InlineData("a.csv", "")]
    [InlineData("a.csv", "text\n")]
    [InlineData("a.tsv", "")]
    [InlineData("a.jsonl", "\n")]
    [InlineData("a.txt", "")]
    public void A_file_without_rows_is_an_empty_dataset(string name, string content)
    {
        using var file = new SampleFile(name, content);

        Assert.Equal("site.yml(7,5): IZV2014 Dataset 'sample' has no examples.", file.Finding());
    }

    [Fact]
    public void A_hundred_findings_are_said_and_the_rest_counted()
    {
        using var file = new SampleFile("a.tsv", "text\n" + string.Concat(Enumerable.Repeat("a\tb\n", 250)));

        var findings = file.Read().Findings;

        Assert.Equal(101, findings.Length);
        Assert.Equal("… and 150 more errors in this file.", findings[^1].Message);
    }

    [Fact]
    public async Task The_head_alone_tells_the_columns()
    {
        using var file = new SampleFile("a.csv", "id,\"a \"\"b\"\"\"\n\"never closed");
        var bag = new DiagnosticBag();

        Assert.Equal(["id", "a \"b\""], await DatasetReader.ColumnsAsync(file.Source, bag, TestContext.Current.CancellationToken));
    }
}
