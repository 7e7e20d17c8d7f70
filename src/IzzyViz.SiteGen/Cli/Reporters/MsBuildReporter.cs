using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary><c>file(line,column): error CODE: message</c>, which MSBuild's Exec task and editors recognise.</summary>
internal sealed class MsBuildReporter(TextWriter writer) : IReporter
{
    // Without a file the origin has to be the tool, or MSBuild takes the word "error" for a file.
    private const string Tool = "izzyviz-site ";

    public void Report(Diagnostic diagnostic)
    {
        var place = ShownPath.Of(diagnostic.Location).ToString();
        var severity = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
        writer.WriteLine($"{PlainText.OneLine(place.Length == 0 ? Tool : place)}: {severity} {diagnostic.Code}: {PlainText.OneLine(diagnostic.Message)}");
    }

    public void Say(string remark) => writer.WriteLine(PlainText.OneLine(remark));
}
