using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Entries under <c>datasets:</c> to sources and slices.</summary>
internal sealed class DatasetPlanner(PlanPaths paths, DiagnosticBag bag)
{
    /// <summary>The slice of a dataset that declares none: every row.</summary>
    private const string WholeDataset = "all";

    private static readonly ColumnMap TextOnly = new() { Text = "text" };

    public ImmutableArray<DatasetPlan> Plan(ImmutableArray<DatasetEntry> entries)
    {
        var ids = new UniqueIds("dataset", bag);
        return [.. entries.Where(e => e.Id is not null && ids.Add(e.Id.Value, e.Id.At)).Select(Plan)];
    }

    private DatasetPlan Plan(DatasetEntry entry) => new()
    {
        Source = new DatasetSource
        {
            Id = entry.Id!.Value,
            Path = paths.ExistingFile(entry.Path, "path") ?? "",
            Format = Format(entry),
            Columns = entry.Columns ?? TextOnly,
            DeclaredAt = entry.Id.At,
        },
        Title = entry.Title?.Value,
        Licence = entry.Licence?.Value,
        Language = entry.Language?.Value,
        IsHidden = entry.Privacy.Value == Privacy.Hidden,
        Slices = Slices(entry),
    };

    private DatasetFormat Format(DatasetEntry entry)
    {
        if (entry.Format is { } said)
        {
            return said.Value;
        }

        var known = entry.Path is null ? DatasetFormat.JsonLines : ByName(entry.Path.Value);
        if (known is null)
        {
            bag.Add(ManifestDiagnostics.UnknownFormat.At(entry.Path!.At, entry.Path.Value, "json-lines, csv, tsv, text, parquet"));
        }

        return known ?? DatasetFormat.JsonLines;
    }

    private static DatasetFormat? ByName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => DatasetFormat.JsonLines,
        ".csv" => DatasetFormat.Csv,
        ".tsv" => DatasetFormat.Tsv,
        ".txt" => DatasetFormat.PlainText,
        ".parquet" => DatasetFormat.Parquet,
        _ => null,
    };

    private ImmutableArray<SliceDefinition> Slices(DatasetEntry entry)
    {
        if (entry.Slices.IsEmpty)
        {
            return [new SliceDefinition { DatasetId = entry.Id!.Value, Id = WholeDataset, DeclaredAt = entry.Id.At }];
        }

        var ids = new UniqueIds("slice", bag);
        var dataset = entry.Id!.Value;
        return [.. entry.Slices.Where(s => s.Id is not null && ids.Add($"{dataset}/{s.Id.Value}", s.Id.At)).Select(s => Slice(dataset, s))];
    }

    private static SliceDefinition Slice(string dataset, SliceEntry entry) => new()
    {
        DatasetId = dataset,
        Id = entry.Id!.Value,
        Where = entry.Where,
        Range = entry.Range is { } range ? (range.Value.Start, range.Value.End) : null,
        Take = entry.Take?.Value,
        Seed = entry.Seed.Value,
        DeclaredAt = entry.Id.At,
    };
}
