using System.Collections;
using System.Collections.Immutable;
using CsCheck;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Isolation;

namespace IzzyViz.SiteGen.Tests.Isolation;

public sealed class MessageFormatTests
{
    private static readonly Example Full = new()
    {
        Id = "a", Text = "half", Pair = "", Target = "t", InputIds = [1, -2], Label = "L", Tags = ["x", ""], Location = new("rows.jsonl", 3, 9), ContentHash = "h",
    };

    private static readonly CaptureOptions Options = new()
    {
        Threads = 3, Layers = [0, 7], What = CaptureParts.Hidden, MapMemory = 5, Verify = false, WithOutputs = false, Calibrate = false, UseCache = true,
        Feed = CaptureOptions.Default.Feed.Add("b", double.NaN).Add("a", -0.5),
    };

    public static TheoryData<object> Requests =>
    [
        new OpenModel("id", "path", null, "hash", Options),
        new OpenModel("id", "path", "file.onnx", "", CaptureOptions.Default),
        new AnalyseExample(Full, ["entropy", "lag"], KeepsMaps: true),
        new AnalyseExample(new() { Id = "b", ContentHash = "" }, [], KeepsMaps: false),
        new CompareOutputs(Full with { Text = null, InputIds = [] }),
        new RunCapture(["capture", "--text", "Ünïcode 👩‍👧\n"]),
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_comes_out_with_every_part_as_it_went_in(object request) =>
        Assert.Equal(Parts(request), Parts(RequestFormat.Read(RequestFormat.ToBytes((Request)request))));

    [Fact]
    public void Every_part_of_a_reply_comes_out_as_it_went_in() =>
        Gen.Select(Gen.String[Gen.Char[' ', '\u0400'], 0, 6].Array[0, 4], Gen.Int.Nullable(), Gen.Double.Nullable(), Gen.Bool).Sample((texts, numbers, difference, fails) =>
        {
            var finding = new Diagnostic(new("IZV3001", Severity.Warning, "{0}"), new("é", 1, 2), [.. texts]);
            var reply = new Reply { Findings = [finding, finding], Failure = fails ? finding : null, Stack = fails ? "at" : null, Numbers = numbers, Difference = difference };
            Assert.Equal(Parts(reply), Parts(ReplyFormat.Read(ReplyFormat.ToBytes(reply))));
        }, iter: 100);

    [Fact]
    public void A_request_of_another_kind_is_refused() => Assert.Throws<InvalidDataException>(() => RequestFormat.Read(new byte[] { 9 }));

    /// <summary>Every property of a value and of what is in it, in order, so that a property that the format forgets shows.</summary>
    private static ImmutableArray<string> Parts(object? value) => value switch
    {
        null => ["null"],
        string or IFormattable or bool or Enum => [value.ToString()!],
        IEnumerable list => ["[", .. list.Cast<object>().SelectMany(item => Parts(item)), "]"],
        _ => [.. value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && (p.CanWrite || p.Name is "Key" or "Value")).SelectMany(p => (string[])[p.Name, .. Parts(p.GetValue(value))])],
    };
}
