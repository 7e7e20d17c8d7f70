using System.Text;
using IzzyViz.SiteGen.Manifests.Definition;
using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>The definition as a page of Markdown.</summary>
internal static class ManifestReference
{
    private const string Introduction =
        """
        # The manifest

        `site.yml` lists models, datasets and what the site shows of them. `izzyviz-site init` writes one, `izzyviz-site check` says
        everything that is wrong with it at once, with line and column. Paths are relative to the manifest's folder.

        It is read strictly: an unknown key, a key written twice, text where a number belongs or a name that nothing has is an error, never
        a guess. Anchors, aliases and tags of YAML are not read; a manifest is one document of at most 1 MB. Editors that know
        [JSON schemas](../schemas/site.schema.json) complete and check keys while you type, given the first line of this example:

        ```yaml
        # yaml-language-server: $schema=schemas/site.schema.json
        title: Attention gallery
        models:
          - id: tiny-bert
            path: models/tiny-bert            # a folder as exported: model.onnx, tokenizer.json, config.json
          - id: minilm
            hugging-face: sentence-transformers/all-MiniLM-L6-v2
            revision: 8b3219a92973c328a8e22fadcfa821b5dc75636a
            file: onnx/model.onnx
          - id: induction
            checkpoints: { pattern: "models/induction/step-*" }
        datasets:
          - id: reviews
            path: datasets/reviews.jsonl
            columns: { id: id, text: sentence, label: label, tags: tags }
            slices:
              - id: negation
                where: { tags: negation }
                take: 64
                seed: 7
        galleries:
          - models: [tiny-bert, minilm]
            slices: [reviews/negation]
            examples: 8
            figures: [table-lens, all-heads]
          - model: induction                  # all its checkpoints
            slices: reviews
            examples: 2
        comparisons:
          - id: sizes
            models: [tiny-bert, minilm]
            slices: reviews/negation
        review:
          gates:
            - { statistic: entropy, change: 0.2 }
        ```

        This page is made from the definition that the reader and the schema use.

        """;

    public static string Write()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        Append(page, SiteDefinition.Record, "");
        return page.ToString();
    }

    private static void Append(StringBuilder page, RecordShape record, string path)
    {
        page.Append($"\n## {(path.Length == 0 ? "The root" : $"`{path}`")}\n\n{record.Description}\n\n");
        page.Append("| key | value | if left out |\n| --- | --- | --- |\n");
        foreach (var field in record.Fields)
        {
            page.Append($"| `{field.Key}` | {field.Description} {Form(field, path)} | {WhenLeftOut(field)} |\n");
        }

        foreach (var rule in record.Rules)
        {
            page.Append($"\n{rule.Says}\n");
        }

        foreach (var field in record.Fields)
        {
            foreach (var inner in field.Shape.Records)
            {
                Append(page, inner, Inner(path, field));
            }
        }
    }

    private static string Inner(string path, Field field) => path.Length == 0 ? field.Key : $"{path}.{field.Key}";

    private static string Form(Field field, string path)
    {
        var inner = field.Shape.Records.Any() ? $"See [`{Inner(path, field)}`](#{Inner(path, field).Replace(".", "", StringComparison.Ordinal)})." : null;
        return inner ?? $"({Escape(field.Shape.Says)})";
    }

    private static string WhenLeftOut(Field field) => field switch
    {
        { IsRequired: true } => "**an error**",
        { Default: "{}" } or { Default: null } => "",
        { Default: { } value } => $"`{value.Trim('"')}`",
    };

    private static string Escape(string text) => text.Replace("*", "\\*", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
