using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli;

/// <summary>A plan for people (a table) and for programs (JSON).</summary>
internal static class PlanText
{
    private static readonly string[] Headings = ["model", "slice", "examples", "pages", "figures", "statistics"];

    public static string Table(SitePlan plan)
    {
        string[][] rows = [Headings, .. plan.Runs.Select(Row)];
        var widths = Enumerable.Range(0, Headings.Length).Select(column => rows.Max(r => r[column].Length)).ToArray();
        return string.Concat(rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n"));
    }

    public static string Json(SitePlan plan)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("title", plan.Title);
            json.WriteString("publish", plan.IsPublic ? "public" : "private");
            json.WriteStartArray("runs");
            foreach (var run in plan.Runs)
            {
                Write(json, run);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static string[] Row(RunPlan run) =>
    [
        run.Model.Id,
        run.Slice.Address,
        run.Slice.Take is { } take ? $"up to {take}" : "all",
        run.ShownExamples.ToString(),
        string.Join(", ", run.Figures),
        run.StatisticIds.Length.ToString(),
    ];

    private static void Write(Utf8JsonWriter json, RunPlan run)
    {
        json.WriteStartObject();
        json.WriteString("model", run.Model.Id);
        json.WriteString("slice", run.Slice.Address);
        if (run.Slice.Take is { } take)
        {
            json.WriteNumber("take", take);
        }

        json.WriteNumber("examplePages", run.ShownExamples);
        WriteNames(json, "figures", run.Figures);
        WriteNames(json, "statistics", run.StatisticIds);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
