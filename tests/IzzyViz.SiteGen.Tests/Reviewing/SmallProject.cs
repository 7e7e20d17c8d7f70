using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Tests.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Reviewing;

/// <summary>A manifest, a few rows and two small models of the repository, built as often as a test likes; all builds share one store.</summary>
internal sealed class SmallProject : IDisposable
{
    public static readonly string[] Reviews =
    [
        """{"id":"a","text":"the plot was not good"}""",
        """{"id":"b","text":"a truly good film"}""",
        """{"id":"c","text":"the acting was dull at all times"}""",
        """{"id":"d","text":"not a bad story"}""",
    ];

    public static readonly string[] Words =
    [
        """{"id":"w1","text":"heron otter lynx heron otter lynx heron"}""",
        """{"id":"w2","text":"crane otter heron crane otter heron crane"}""",
        """{"id":"w3","text":"lynx crane otter lynx crane otter lynx"}""",
    ];

    private readonly TempFolder _folder = new();

    public SmallProject() => DemoModel.Copy("polarity", _folder, "models/polarity");

    /// <summary>What the model <c>m</c> is.</summary>
    public string Model { get; set; } = "models/polarity";

    public string[] Rows { get; set; } = Reviews;

    /// <summary>More lines of the manifest.</summary>
    public string More { get; set; } = "";

    public string Privacy { get; set; } = "shown";

    public string Store => _folder["store"];

    public string this[string relative] => _folder[relative];

    public void AddModel(string name, string target) => DemoModel.Copy(name, _folder, target);

    /// <summary>Builds the project as it now is into a folder, and gives the folder.</summary>
    public async Task<string> BuildAsync(string name, params string[] options)
    {
        _folder.Write("rows.jsonl", string.Join('\n', Rows) + "\n");
        _folder.Write("site.yml", Manifest());
        var run = await Tool.RunAsync(["build", _folder["site.yml"], "--out", _folder[name], "--store", Store, .. options]);
        Assert.True(run.Exit == ExitCode.Done, run.Error);
        return _folder[name];
    }

    public Task<ToolRun> DiffAsync(string older, string newer, params string[] options) => Tool.RunAsync(["diff", older, newer, .. options]);

    public void Dispose() => _folder.Dispose();

    private string Manifest() => $$"""
        title: Small
        models:
          - { id: m, path: {{Model}} }
        datasets:
          - id: rows
            path: rows.jsonl
            columns: { id: id, text: text }
            privacy: {{Privacy}}
            slices:
              - { id: all }
        galleries:
          - { models: m, slices: rows, examples: 1 }
        {{More}}

        """;
}
