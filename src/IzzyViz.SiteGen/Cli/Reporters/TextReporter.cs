using IzzyViz.Analysis.Diagnostics;
using Spectre.Console;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>For people.</summary>
internal sealed class TextReporter(IAnsiConsole console) : IReporter
{
    // On a narrow terminal the line must not wrap, or the caret would point at nothing; the margin takes ten.
    private int ExcerptWidth => Math.Clamp(console.Profile.Width - 10, 20, 100);

    public void Report(Diagnostic diagnostic)
    {
        var (word, style) = Look(diagnostic.Severity);
        var place = ShownPath.Of(diagnostic.Location).ToString();
        var prefix = place.Length == 0 ? "" : Markup.Escape(PlainText.OneLine(place)) + ": ";
        var message = Markup.Escape(PlainText.OneLine(diagnostic.Message));
        var lines = $"{prefix}[{style}]{word} {diagnostic.Code}[/]: {message}";
        if (SourceExcerpt.Of(diagnostic.Location, ExcerptWidth) is var (line, caret))
        {
            lines += $"\n[grey]{Markup.Escape(line)}[/]\n[{style}]{caret}[/]";
        }

        console.MarkupLine(lines);
    }

    public void Say(string remark) => console.WriteLine(PlainText.OneLine(remark));

    private static (string Word, string Style) Look(Severity severity) => severity switch
    {
        Severity.Error => ("error", "red"),
        Severity.Warning => ("warning", "yellow"),
        _ => ("note", "blue"),
    };
}
