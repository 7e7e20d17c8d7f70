using IzzyViz.Benchmarks.Captures;

namespace IzzyViz.Benchmarks.Building;

/// <summary>A folder with a random model of BERT base's size, rows of ids for it, and the manifest of their site.</summary>
internal sealed class BertSite : IDisposable
{
    private readonly int _rows;

    /// <param name="drawn">Of how many rows maps are kept and shown.</param>
    public BertSite(int rows, int tokens, int drawn)
    {
        (_rows, Tokens) = (rows, tokens);
        RandomBert.Write(Model, BertSizes.Base);
        WriteRows(first: 0);
        File.WriteAllText(Path.Combine(Folder, "site.yml"), $$"""
            title: Cost
            models: [ { id: bert, path: model.onnx } ]
            datasets: [ { id: rows, path: rows.jsonl, columns: { id: id, input-ids: ids } } ]
            galleries: [ { examples: {{drawn}} } ]
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("izzyviz-build-").FullName;

    public string Model => Path.Combine(Folder, "model.onnx");

    public int Tokens { get; }

    /// <param name="first">Which ids the first row gets; the others get those of their own number.</param>
    public void WriteRows(int first) => File.WriteAllLines(
        Path.Combine(Folder, "rows.jsonl"),
        Enumerable.Range(0, _rows).Select(r => $$"""{"id": "{{r}}", "ids": [{{string.Join(',', Ids(r == 0 ? first : r))}}]}"""));

    public IEnumerable<int> Ids(int row) => Enumerable.Range(0, Tokens).Select(i => ((i * 37) + (row * 11)) % 1000);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
