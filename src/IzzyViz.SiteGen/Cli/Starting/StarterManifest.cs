using System.Collections.Immutable;
using System.Text;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>A commented manifest for the models found.</summary>
internal static class StarterManifest
{
    private const string Head =
        """
        # yaml-language-server: $schema=schemas/site.schema.json
        # 'izzyviz-site check' says what is wrong with this file, 'izzyviz-site build' makes the site.
        title: Attention gallery
        # description: One or two sentences under the title of the home page.
        # url: https://example.org/gallery/   # where the site will live; only a sitemap needs it
        publish: private                      # public: the workflow puts the site on GitHub Pages
        # docs: docs/site                     # a folder of Markdown documents, which become pages

        models:

        """;

    private const string Tail =
        """

        # When does a change of a dataset or a model fail the review of a pull request?
        # review:
        #   gates:
        #     - statistic: entropy
        #       change: 0.2                   # of the mean on any head, in nats
        #       slices: "*"

        """;

    public static StarterFile Write(ImmutableArray<FoundModel> models)
    {
        var yaml = new StringBuilder(Head);
        foreach (var model in models)
        {
            Append(yaml, model);
        }

        if (models.IsEmpty)
        {
            AppendRemoteModel(yaml);
        }

        yaml.Append("\ndatasets:\n");
        var samples = SampleDataset.For(models.IsEmpty ? [ModelTask.Encoder] : models.Select(m => m.Task));
        samples.ForEach(sample => yaml.Append(sample.Entry));
        yaml.Append("\n# Every model named here over every slice named here.\ngalleries:\n");
        foreach (var sample in samples)
        {
            Append(yaml, sample, models.IsEmpty ? ["minilm"] : models.Where(m => sample.Fits(m.Task)).Select(m => m.Id));
        }

        return new StarterFile("site.yml", yaml.Append(Tail).ToString().ReplaceLineEndings("\n"));
    }

    private static void Append(StringBuilder yaml, FoundModel model)
    {
        yaml.Append($"  - id: {Scalar(model.Id)}\n");
        yaml.Append(model.Label is null
            ? $"    path: {Scalar(model.Path)}\n"
            : $"    {model.Key}: {{ pattern: {Scalar(model.Path)}, label: {model.Label} }}\n");
        if (model.File is not null)
        {
            yaml.Append($"    file: {Scalar(model.File)}\n");
        }
    }

    private static void AppendRemoteModel(StringBuilder yaml) => yaml.Append(
        """
          # No model lay in this folder; this one is fetched when the site is built.
          - id: minilm
            hugging-face: sentence-transformers/all-MiniLM-L6-v2
            revision: 8b3219a92973c328a8e22fadcfa821b5dc75636a
            file: onnx/model.onnx
            licence: Apache-2.0

        """);

    private static void Append(StringBuilder yaml, SampleDataset sample, IEnumerable<string> models) => yaml.Append(
        $"""
          - models: [{string.Join(", ", models.Select(Scalar))}]
            slices: {sample.Id}
            examples: 8                       # how many of each slice get a page
            figures: [table-lens, all-heads]

        """);

    // Plain where it can be, quoted where YAML would read something else into it.
    private static string Scalar(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/') && YamlScalar.KindOf(text) == ScalarKind.Text && text[0] is not '-'
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
