using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary>A run and what it would cost, if that can be told.</summary>
internal sealed record PlannedRun(RunPlan Run, RunEstimate? Estimate);

/// <summary>A plan for people (a table) and for programs (JSON).</summary>
internal static class PlanText
{
    private static readonly string[] Headings = ["model", "slice", "examples", "stored", "time", "bytes", "pages", "figures"];

    /// <summary>Columns of which nothing is known are left out.</summary>
    public static string Table(IReadOnlyList<PlannedRun> runs)
    {
        string[][] rows = [Headings, .. runs.Select(Row)];
        var columns = Enumerable.Range(0, Headings.Length).Where(column => rows.Skip(1).Any(r => r[column].Length > 0)).ToArray();
        var widths = columns.Select(column => rows.Max(r => r[column].Length)).ToArray();
        return string.Concat(rows.Select(row => string.Join("  ", columns.Select((column, i) => row[column].PadRight(widths[i]))).TrimEnd() + "\n"));
    }

    public static string Json(SitePlan plan, IReadOnlyList<PlannedRun> runs)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("title", plan.Title);
            json.WriteString("publish", plan.IsPublic ? "public" : "private");
            json.WriteStartArray("runs");
            foreach (var run in runs)
            {
                Write(json, run);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static string[] Row(PlannedRun planned)
    {
        var (run, estimate) = planned;
        return
        [
            run.Model.Id,
            run.Slice.Address,
            estimate is not null ? $"{estimate.Examples}" : run.Slice.Take is { } take ? $"up to {take}" : "all",
            estimate is null ? "" : $"{estimate.Stored}",
            estimate?.Time?.ToString("c", CultureInfo.InvariantCulture) ?? "",
            estimate?.Bytes?.ToString(CultureInfo.InvariantCulture) ?? "",
            $"{run.ShownExamples}",
            string.Join(", ", run.Figures),
        ];
    }

    private static void Write(Utf8JsonWriter json, PlannedRun planned)
    {
        var run = planned.Run;
        json.WriteStartObject();
        json.WriteString("model", run.Model.Id);
        json.WriteString("slice", run.Slice.Address);
        WriteNumber(json, "take", run.Slice.Take);
        WriteNumber(json, "examples", planned.Estimate?.Examples);
        WriteNumber(json, "stored", planned.Estimate?.Stored);
        WriteNumber(json, "seconds", planned.Estimate?.Time?.TotalSeconds);
        WriteNumber(json, "bytes", planned.Estimate?.Bytes);
        WriteNumber(json, "examplePages", run.ShownExamples);
        WriteNames(json, "figures", run.Figures);
        WriteNames(json, "statistics", run.StatisticIds);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
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
