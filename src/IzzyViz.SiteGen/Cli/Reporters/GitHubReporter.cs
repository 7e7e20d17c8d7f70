using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>Workflow commands of GitHub Actions: <c>::error file=…,line=…,col=…,title=CODE::message</c>.</summary>
internal sealed class GitHubReporter(TextWriter writer) : IReporter
{
    public void Report(Diagnostic diagnostic)
    {
        var command = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        writer.WriteLine($"::{command} {Place(ShownPath.Of(diagnostic.Location))}title={diagnostic.Code}::{Escape(PlainText.OneLine(diagnostic.Message))}");
    }

    // A remark that begins like a command must not become one.
    public void Say(string remark) => writer.WriteLine(PlainText.OneLine(remark).Replace("::", ": :", StringComparison.Ordinal));

    private static string Place(SourceLocation location)
    {
        var file = location.File.Length == 0 ? "" : $"file={EscapeProperty(PlainText.OneLine(location.File))},";
        var line = location.Line == 0 ? "" : $"line={location.Line},";
        var column = location.Column == 0 ? "" : $"col={location.Column},";
        return file + line + column;
    }

    private static string Escape(string text) => text.Replace("%", "%25", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => Escape(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
