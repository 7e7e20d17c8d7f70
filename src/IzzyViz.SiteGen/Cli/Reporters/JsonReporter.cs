using System.Text;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>One JSON object per line; a remark has a message only.</summary>
internal sealed class JsonReporter(TextWriter writer) : IReporter
{
    public void Report(Diagnostic diagnostic) => Write(json =>
    {
        var location = ShownPath.Of(diagnostic.Location);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteString("code", diagnostic.Code);
        json.WriteString("message", diagnostic.Message);
        if (location.File.Length > 0)
        {
            json.WriteString("file", location.File);
        }

        if (location.Line > 0)
        {
            json.WriteNumber("line", location.Line);
        }

        if (location.Column > 0)
        {
            json.WriteNumber("column", location.Column);
        }
    });

    public void Say(string remark) => Write(json => json.WriteString("message", remark));

    private void Write(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
