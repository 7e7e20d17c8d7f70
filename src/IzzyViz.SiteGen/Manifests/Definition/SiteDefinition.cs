using System.Collections.Immutable;
using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

/// <summary>The manifest's root. Everything a manifest can say is defined in this folder, once.</summary>
internal static class SiteDefinition
{
    private static readonly Field<Located<string>> Title = new(
        "title", TextShape.Any(), "The site's name, on every page.") { IsRequired = true };

    private static readonly Field<Located<string>> Description = new(
        "description", TextShape.Any(), "One or two sentences under the title of the home page.");

    private static readonly Field<Located<Uri>> Url = new(
        "url", Values.WebAddress,
        "Where the site will live. Only with it is a sitemap written; no page needs it.");

    private static readonly Field<Located<bool>> NoIndex = new(
        "noindex", new FlagShape(), "Ask search engines to leave the site out.") { Default = "false" };

    private static readonly Field<Located<Publication>> Publish = new(
        "publish", new ChoiceShape<Publication>([("private", Publication.Private), ("public", Publication.Public)]),
        "`public` lets the workflow put the site on GitHub Pages; otherwise it only keeps it as an artifact.") { Default = "private" };

    private static readonly Field<Located<string>> Theme = new(
        "theme", Values.Path, "A folder whose files replace the built-in templates and assets of the same name.");

    private static readonly Field<Located<ImmutableArray<Located<string>>>> Documents = new(
        "docs", new ListShape<Located<string>>(Values.Path, orOne: true),
        "Folders of Markdown documents, which become pages of the site: those of the first under `/docs/`, those of any other under `/docs/` and its name.");

    private static readonly Field<Located<ImmutableArray<ModelEntry>>> Models = new(
        "models", new ListShape<ModelEntry>(ModelDefinition.Record.Shape), "The models.") { IsRequired = true };

    private static readonly Field<Located<ImmutableArray<DatasetEntry>>> Datasets = new(
        "datasets", new ListShape<DatasetEntry>(DatasetDefinition.Record.Shape), "The datasets and their slices.") { IsRequired = true };

    private static readonly Field<Located<ImmutableArray<GalleryEntry>>> Galleries = new(
        "galleries", new ListShape<GalleryEntry>(GalleryDefinition.Record.Shape), "Which models are shown over which slices, and how.") { IsRequired = true };

    private static readonly Field<Located<ImmutableArray<ComparisonEntry>>> Comparisons = new(
        "comparisons", new ListShape<ComparisonEntry>(ComparisonDefinition.Record.Shape), "What is compared side by side, beside the families.");

    private static readonly Field<Located<ImmutableArray<GateEntry>>> Review = new(
        "review", ReviewDefinition.Record.Shape, "When a review of two builds fails.");

    private static readonly Field<Located<long>> Store = new(
        "store", StoreDefinition.Record.Shape, "The results kept between builds.") { Default = "{}" };

    public static readonly RecordShape<SiteManifest> Record = new(
        "the manifest", "Models, datasets and what the site shows of them.",
        [Title, Description, Url, NoIndex, Publish, Theme, Documents, Models, Datasets, Galleries, Comparisons, Review, Store], Build);

    private static SiteManifest Build(FieldValues values) => new()
    {
        Path = values.At.File,
        Title = values.Get(Title),
        Description = values.Get(Description),
        Url = values.Get(Url),
        NoIndex = values.GetOrDefault(NoIndex),
        Publish = values.GetOrDefault(Publish),
        Theme = values.Get(Theme),
        Documents = values.Get(Documents)?.Value ?? [],
        Models = values.Get(Models)?.Value ?? [],
        Datasets = values.Get(Datasets)?.Value ?? [],
        Galleries = values.Get(Galleries)?.Value ?? [],
        Comparisons = values.Get(Comparisons)?.Value ?? [],
        Gates = values.Get(Review)?.Value ?? [],
        StoreLimit = values.GetOrDefault(Store),
    };
}
