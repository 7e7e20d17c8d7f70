using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Publishing;

[assembly: InternalsVisibleTo("IzzyViz.SiteGen.Tests")]
[assembly: InternalsVisibleTo("IzzyViz.EndToEnd.Tests")]
[assembly: InternalsVisibleTo("IzzyViz.Benchmarks")]

namespace IzzyViz.Testing;

/// <summary>A whole site over <see cref="SampleSummaries"/>: every kind of page, and rows that try to break out of the markup.</summary>
internal static class SampleSite
{
    public static SiteContent Content { get; } = Create();

    /// <summary>With families and comparisons.</summary>
    public static SiteContent Whole => SampleComparisons.AddTo(Content);

    public static SiteTheme Theme(string? folder = null)
    {
        var bag = new DiagnosticBag();
        var theme = SiteTheme.Load(folder, bag);
        Xunit.Assert.Empty(bag.Items);
        return theme;
    }

    public static Site Assemble(SiteContent? content = null, string? themeFolder = null) =>
        SiteAssembler.Assemble(Withheld.From(content ?? Whole), Theme(themeFolder), []);

    private static SiteContent Create()
    {
        RunContent[] runs =
        [
            Run(SampleModel.Polarity, "reviews", "all", SampleSummaries.Reviews),
            Run(SampleModel.Polarity, "reviews", "odd", SampleSummaries.Odd),
            Run(SampleModel.Induction, "sequences", "repeated", SampleSummaries.Sequences),
            Run(SampleModel.Dates, "dates", "all", SampleSummaries.Dates),
        ];
        return new()
        {
            Plan = new()
            {
                ManifestPath = "/site/site.yml",
                Title = "Attention gallery",
                Description = "Three small models, trained to show what heads do, over three small datasets.",
                Runs = [.. runs.Select(r => r.Plan)],
            },
            Statistics = SampleDefinitions.All,
            Models =
            [
                Card(SampleModel.Polarity, "Sentiment of short reviews", ModelTask.Classifier),
                Card(SampleModel.Induction, "Repeats what it has seen", ModelTask.CausalLanguageModel),
                Card(SampleModel.Dates, "Dates written out to ISO", ModelTask.Translator),
            ],
            Runs = [.. runs],
            Documents = [Guide],
            Review = Compare(runs[0].Table),
            Provenance = ImmutableSortedDictionary<string, string>.Empty.Add("Tool", "0.1.0").Add("Definitions", "77b1c0"),
        };
    }

    // An older build: one row with another text, one more row, another model whose first head looked elsewhere and which answered one row otherwise.
    private static ReviewReport Compare(RunTable table)
    {
        var values = table.Values.ToArray();
        for (var example = 0; example < table.Examples.Length; example++)
        {
            values[example * table.Heads.Length * table.StatisticIds.Length + 1] *= 0.4f;
        }

        var rows = table.Examples
            .SetItem(2, table.Examples[2] with { Text = "this film was never good", ContentHash = "older" })
            .SetItem(5, table.Examples[5] with { Outputs = table.Examples[5].Outputs with { Answer = "negative", IsCorrect = false } })
            .SetItem(7, table.Examples[7] with { Id = "r-gone" });
        var older = table with { Examples = rows, Values = values, Provenance = table.Provenance.SetItem("model", "0a0a0a0a0a0a0a0a") };
        var options = new ReviewOptions { Gates = [new("entropy", 0.2, "*"), new("previous-token", 0.3, "reviews/*")], BaseGates = [new("entropy", 0.1, "*")] };
        return ReviewComparer.Compare([older], [table], options);
    }

    private static Document Guide => new()
    {
        Path = SitePath.Page("docs", "reading-maps"),
        Title = "Reading attention maps",
        Description = "What a row, a column and a masked cell are.",
        Body = new("<h2 id=\"rows\">Rows</h2>\n<p>A row is a token that attends.</p>\n"),
        Sections = [new("Rows", "rows")],
        ContentHash = "0123456789abcdef0123456789abcdef",
    };

    public static RunContent Run(SampleModel model, string dataset, string slice, ImmutableArray<SampleRow> rows)
    {
        var table = SampleSummaries.Table(model, $"{dataset}/{slice}", rows);
        var definition = new SliceDefinition { DatasetId = dataset, Id = slice, Take = rows.Length, Seed = 7 };
        var plan = new RunPlan
        {
            Model = new() { Id = model.Id, Path = $"/site/models/{model.Id}" },
            Dataset = new() { Source = new() { Id = dataset, Path = $"/site/datasets/{dataset}.jsonl", Format = DatasetFormat.JsonLines }, Licence = "MIT", Slices = [definition] },
            Slice = definition,
            StatisticIds = table.StatisticIds,
        };
        return new(plan, SampleSummaries.Summarize(table), [.. rows.Take(4).Select((row, index) => new ShownExample(index, () => model.Run(row)))]);
    }

    public static ModelCard Card(SampleModel model, string title, ModelTask task) => new()
    {
        Id = model.Id,
        Title = title,
        Licence = "MIT",
        Structure = new()
        {
            Modules = model.Modules,
            Inputs = [new("input_ids", ElementType.Int64, ["batch", "sequence"], InputRole.Tokens), new("attention_mask", ElementType.Int64, ["batch", "sequence"], InputRole.Mask)],
            Refusals = [new("IZV3011", "/router/Softmax", "its result weighs no values")],
            Opsets = ImmutableSortedDictionary<string, long>.Empty.Add("", 17),
            Precision = "fp32",
            Bytes = 812_345,
            Positions = 64,
            VocabularyRows = 1_000,
            Task = task,
        },
        Tokenizer = "tokenizer.json",
        ContentHash = "3f1c0d8a5b7e44d1a0c2",
        OutputDifference = 0,
    };
}
