using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;
using IzzyViz.SiteGen.Planning;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Planning;

/// <summary>A folder with empty files where a manifest expects models and datasets.</summary>
internal sealed class PlannedProject : IDisposable
{
    public static readonly KnownNames Names = new(["table-lens", "all-heads", "head-view"], ["entropy", "induction", "self"]);

    public const string Models = "models: [ { id: tiny, path: models/tiny } ]\n";
    public const string Datasets = "datasets: [ { id: reviews, path: reviews.jsonl, slices: [ { id: short }, { id: long } ] } ]\n";
    public const string Galleries = "galleries: [ { model: tiny, slices: reviews } ]\n";

    private readonly TempFolder _folder = new();

    public PlannedProject(params string[] files)
    {
        foreach (var file in (string[])["models/tiny/model.onnx", "models/other.onnx", "reviews.jsonl", "notes.csv", .. files])
        {
            _folder.Write(file, "");
        }
    }

    public DiagnosticBag Bag { get; } = new();

    public string this[string relative] => Path.GetFullPath(_folder[relative]);

    public SitePlan Plan(string yaml, string? only = null)
    {
        var path = _folder.Write("site.yml", yaml);
        var plan = SitePlanner.Plan(ManifestReader.Read(yaml, path, Bag)!, Names, Bag);
        return only is null ? plan : new RunFilter(only).Apply(plan, Bag);
    }

    public void Dispose() => _folder.Dispose();
}
