using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.Testing;
using Spectre.Console;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class ReporterTests
{
    private static readonly DiagnosticDescriptor Odd = new("IZV1999", Severity.Warning, "Odd: {0}");

    [Theory]
    [InlineData(LogFormat.Text, "rows.csv(3,7): warning IZV1999: Odd: a, b: 5 %\n")]
    [InlineData(LogFormat.MsBuild, "rows.csv(3,7): warning IZV1999: Odd: a, b: 5 %\n")]
    [InlineData(LogFormat.GitHub, "::warning file=rows.csv,line=3,col=7,title=IZV1999::Odd: a, b: 5 %25\n")]
    [InlineData(LogFormat.Json, """{"severity":"warning","code":"IZV1999","message":"Odd: a, b: 5 %","file":"rows.csv","line":3,"column":7}""" + "\n")]
    internal void Each_format_has_its_form(LogFormat format, string expected) =>
        Assert.Equal(expected, Write(format, talk => talk.Report(Odd.At(new SourceLocation("rows.csv", 3, 7), "a, b: 5 %"))));

    [Theory]
    [InlineData(LogFormat.Text, "warning IZV1999: Odd: x\n")]
    [InlineData(LogFormat.MsBuild, "izzyviz-site : warning IZV1999: Odd: x\n")]
    [InlineData(LogFormat.GitHub, "::warning title=IZV1999::Odd: x\n")]
    internal void A_finding_without_a_place_is_still_well_formed(LogFormat format, string expected) =>
        Assert.Equal(expected, Write(format, talk => talk.Report(Odd.At(SourceLocation.None, "x"))));

    [Theory]
    [InlineData(LogFormat.Text)]
    [InlineData(LogFormat.MsBuild)]
    [InlineData(LogFormat.GitHub)]
    [InlineData(LogFormat.Json)]
    internal void Text_from_files_cannot_forge_a_line_or_move_the_cursor(LogFormat format)
    {
        var hostile = "a\n::error::b\r\u001b[2J\u202Ec";
        var written = Write(format, talk =>
        {
            talk.Report(Odd.At(new SourceLocation(hostile, 1, 1), hostile));
            talk.Say(hostile);
        });

        var lines = written.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.DoesNotContain('\u001b', written);
        Assert.False(lines[1].StartsWith("::", StringComparison.Ordinal));
    }

    [Fact]
    public void Markup_in_a_message_is_text() =>
        Assert.Equal("[red](1): warning IZV1999: Odd: [bold]x[/] [unclosed\n", Write(LogFormat.Text, talk => talk.Report(Odd.At(new SourceLocation("[red]", 1), "[bold]x[/] [unclosed"))));

    [Fact]
    public void A_long_line_is_shown_around_the_column()
    {
        using var folder = new TempFolder();
        var file = folder.Write("long.txt", new string('a', 500) + "X" + new string('b', 500));
        var lines = Write(LogFormat.Text, talk => talk.Report(Odd.At(new SourceLocation(file, 1, 501), "x"))).Split('\n');

        Assert.InRange(lines[1].Length, 100, 110);
        Assert.Equal('X', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void Messages_are_never_wrapped_in_a_log()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 200));
        Assert.Single(Write(LogFormat.Text, talk => talk.Report(Odd.At("f", words))).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Of_very_many_findings_the_first_are_shown_and_the_rest_counted()
    {
        var bag = new DiagnosticBag();
        bag.AddRange(Enumerable.Range(0, 1_000).Select(n => Odd.At("f", n)));
        var lines = Write(LogFormat.Text, talk => talk.Report(bag)).TrimEnd('\n').Split('\n');

        Assert.Equal((201, "… and 800 more."), (lines.Length, lines[^1]));
    }

    [Fact]
    public void Json_lines_are_json_whatever_the_text()
    {
        foreach (var line in Write(LogFormat.Json, talk => { talk.Say("\ud800 \"x\" \u0000"); talk.Report(Odd.At("f", "\ud800")); }).TrimEnd('\n').Split('\n'))
        {
            using var json = JsonDocument.Parse(line);
            Assert.True(json.RootElement.TryGetProperty("message", out _));
        }
    }

    [Fact]
    public async Task Progress_outside_a_terminal_is_a_line_per_tenth()
    {
        using var error = new StringWriter();
        var talk = new Talk(error);
        var result = await talk.Progress.TrackAsync(stages =>
        {
            var stage = stages.Begin("inference", 40);
            for (var i = 0; i < 40; i++)
            {
                stage.Advance();
            }

            return Task.FromResult(7);
        });

        Assert.Equal(7, result);
        var lines = error.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal(11, lines.Length);
        Assert.Equal(["inference: 40 to do", "inference: 4 of 40"], lines[..2]);
        Assert.Equal("inference: 40 of 40", lines[^1]);
    }

    [Fact]
    public async Task Progress_is_silent_when_less_was_asked_for()
    {
        using var error = new StringWriter();
        await new Talk(error, Verbosity.Minimal).Progress.TrackAsync(stages =>
        {
            stages.Begin("inference", 1).Advance();
            return Task.FromResult(0);
        });
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public async Task A_bar_hands_back_what_the_work_returns()
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(screen), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes });
        var result = await new BarProgress(console).TrackAsync(stages =>
        {
            stages.Begin("[inference]", 2).Advance(2);
            return Task.FromResult(7);
        });

        Assert.Equal(7, result);
        Assert.Contains("inference", screen.ToString(), StringComparison.Ordinal);
    }

    private static string Write(LogFormat format, Action<Talk> say)
    {
        using var error = new StringWriter();
        say(new Talk(error, Verbosity.Normal, format));
        return error.ToString().ReplaceLineEndings("\n");
    }
}
