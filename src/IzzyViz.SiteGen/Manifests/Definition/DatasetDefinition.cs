using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class DatasetDefinition
{
    private static readonly Field<Located<string>> Id = new("id", Values.Id, "The name by which slices are called: `id/slice`.") { IsRequired = true };

    private static readonly Field<Located<string>> Title = new("title", TextShape.Any(), "What pages call it; the id if left out.");

    private static readonly Field<Located<string>> Path = new("path", Values.Path, "The file of examples.") { IsRequired = true };

    private static readonly Field<Located<DatasetFormat>> Format = new(
        "format",
        new ChoiceShape<DatasetFormat>([("json-lines", DatasetFormat.JsonLines), ("csv", DatasetFormat.Csv), ("tsv", DatasetFormat.Tsv),
            ("text", DatasetFormat.PlainText), ("parquet", DatasetFormat.Parquet)]),
        "How to read the file. Left out, the name tells: `.jsonl`, `.ndjson`, `.csv`, `.tsv`, `.txt`, `.parquet`.");

    private static readonly Field<ColumnMap> Columns = new(
        "columns", ColumnsDefinition.Record.Shape, "Which column plays which role. Left out, only the column `text` is read.");

    private static readonly Field<Located<string>> Language = new(
        "language", TextShape.Of("a language tag such as 'en' or 'zh-Hant'", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
        "The language of the texts (BCP 47), for fonts and screen readers.");

    private static readonly Field<Located<string>> Licence = new("licence", TextShape.Any(), "Stands on the dataset's pages.");

    private static readonly Field<Located<Privacy>> Privacy = new(
        "privacy", new ChoiceShape<Privacy>([("shown", Manifests.Privacy.Shown), ("hidden", Manifests.Privacy.Hidden)]),
        "`hidden` keeps every string of the dataset out of the site; tokens become numbered placeholders.") { Default = "shown" };

    private static readonly Field<Located<ImmutableArray<SliceEntry>>> Slices = new(
        "slices", new ListShape<SliceEntry>(SliceDefinitions.Record.Shape), "Its parts. Left out, there is one, `all`, with every row.");

    public static readonly RecordShape<DatasetEntry> Record = new(
        "a dataset", "One file of examples.", [Id, Title, Path, Format, Columns, Language, Licence, Privacy, Slices], Build);

    private static DatasetEntry Build(FieldValues values) => new()
    {
        At = values.At,
        Id = values.Get(Id),
        Title = values.Get(Title),
        Path = values.Get(Path),
        Format = values.Get(Format),
        Columns = values.Get(Columns),
        Language = values.Get(Language),
        Licence = values.Get(Licence),
        Privacy = values.GetOrDefault(Privacy),
        Slices = values.Get(Slices)?.Value ?? [],
    };
}
