using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tests.Summaries;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Reviews;

public sealed class ReviewWritingTests
{
    private static readonly ReviewLinks Links = new()
    {
        Review = "review.html",
        Run = r => $"models/{r.Model}/{r.Slice}.html",
        Head = (r, h) => $"models/{r.Model}/{h.Long}.html",
        Example = (r, id) => id == "r0031" ? null : $"slices/{r.Slice}/{id}.html",
    };

    [Fact]
    public void A_review_with_everything_in_it()
    {
        var report = Everything();

        Golden.Match(ReviewMarkdown.Write(report, Links), "Reviews/Goldens/everything.md");
        Golden.Match(ReviewJson.Write(report), "Reviews/Goldens/everything.json");
    }

    [Fact]
    public void A_review_of_nothing()
    {
        var table = Table();
        Golden.Match(ReviewMarkdown.Write(ReviewComparer.Compare([table], [table], new() { Gates = [new("self", 0.1, "*")] }), ReviewLinks.None), "Reviews/Goldens/nothing.md");
    }

    [Fact]
    public void However_much_changed_a_review_has_at_most_fifteen_lines_and_the_verdict_first()
    {
        var (before, after) = (new List<RunTable>(), new List<RunTable>());
        for (var k = 0; k < 9; k++)
        {
            before.Add(Table() with { ModelId = $"m{k}", SliceId = $"s/{k}" });
            after.Add(Changed() with { ModelId = $"m{k}", SliceId = $"s/{k}" });
            after.Add(Table() with { ModelId = $"new{k}" });
            before.Add(Table() with { ModelId = $"old{k}" });
        }

        var gates = Enumerable.Range(0, 5).Select(k => new ReviewGate(k % 2 == 0 ? "entropy" : "self", 0.001 * k, "*"));
        var options = new ReviewOptions { Gates = [.. gates], BaseGates = [new("a", 1, "*"), new("b", 1, "*")] };
        var lines = ReviewMarkdown.Write(ReviewComparer.Compare(before, after, options), Links).TrimEnd('\n').Split('\n');

        Assert.InRange(lines.Length, 10, 15);
        Assert.Matches(@"^\*\*\d+ changes, 5 of 5 gates failed\*\*", lines[0]);
    }

    [Fact]
    public void Texts_of_rows_and_answers_cannot_break_out_of_the_markdown()
    {
        var evil = Tables.Row("x`](javascript:1)\n# head @everyone", outputs: new("<img onerror=1>``", null, null, null, null, null));
        var before = Tables.Of(1, [evil], (_, _, _) => 0);
        var after = Tables.Of(1, [evil with { Outputs = evil.Outputs with { Answer = "" } }], (_, _, _) => 0);
        var text = ReviewMarkdown.Write(ReviewComparer.Compare([before], [after], new()), ReviewLinks.None);

        Assert.Contains("``x`](javascript:1) # head @everyone``", text);
        Assert.Contains("``` <img onerror=1>`` ``` → nothing", text);
    }

    private static ReviewReport Everything() => ReviewComparer.Compare(
        [Table(), Table() with { ModelId = "old" }],
        [Changed(), Table() with { SliceId = "reviews/all" }],
        new() { Gates = [new("entropy", 0.05, "*"), new("self", 0.5, "reviews/*")], BaseGates = [new("entropy", 0.02, "*")] });

    private static RunTable Table() => Tables.Of(2, Tables.Rows(32), Value);

    // Row 0 is removed, row 31 edited, row "new" added; head 1 spreads more; two answers flip.
    private static RunTable Changed()
    {
        ExampleRow[] rows = [.. Tables.Rows(32).Skip(1).Select(Answer), Tables.Row("new")];
        return Tables.Of(2, rows, (e, h, s) => Value(e + 1, h, s) + (h == 1 && s == 0 ? 0.1 + (0.01 * (e % 3)) : 0)) with
        {
            Provenance = Tables.Provenance.SetItem("model", "m2"),
        };
    }

    private static ExampleRow Answer(ExampleRow row) => row.Id switch
    {
        "r0031" => row with { ContentHash = "edited", Text = "other words" },
        "r0003" or "r0017" => row with { Outputs = new("no", 0.6, 0.2, 0.9, null, null) },
        _ => row,
    };

    private static double Value(int example, int head, int statistic) => statistic == 0 ? 1 + (0.125 * (example % 4)) + head : 0.25 + (0.0625 * (example % 3));
}
