using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using IzzyViz.SiteGen.Cli.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Kinds;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>The page of one kind, from the sentences that the tool itself has.</summary>
internal sealed record GalleryPage(KindText Text, ImmutableArray<Option> Options)
{
    /// <summary>Null for a kind that only a build draws.</summary>
    public DrawKind? Draw { get; init; }

    public FigureKind? Kind { get; init; }

    /// <summary>In the order of <c>draw --list</c>, then those that only a build draws.</summary>
    public static ImmutableArray<GalleryPage> All { get; } =
    [
        .. DrawKinds.All.Select(d => new GalleryPage(d.Text, d.Options) { Draw = d, Kind = FigureKinds.All.FirstOrDefault(k => k.Id == d.Text.Id) }),
        .. FigureKinds.All.ExceptBy(DrawKinds.All.Select(d => d.Text.Id), k => k.Id).Select(k => new GalleryPage(Words(k), []) { Kind = k }),
    ];

    public ImmutableArray<GallerySample> Samples => [.. GallerySamples.All.Where(s => s.Kind == Text.Id)];

    /// <summary>The one that stands in the list of kinds.</summary>
    public GallerySample Thumbnail => Samples.FirstOrDefault(s => s.Name is "english-6" or "decoder-24") ?? Samples[0];

    public string Write()
    {
        var text = new StringBuilder();
        text.Append($"# {Text.Title}\n\n**{Text.Question}**\n\n{Drawn()}");
        text.Append($"## Reading it\n\n{Text.Reading}\n\n## What it cannot show\n\n{Text.Limits}\n\n");
        text.Append(Text.Rule is null ? "" : $"## IzzyViz’s rule (`--profile izzyviz`)\n\n{Text.Rule}\n\n");
        text.Append(Text.Changes is null ? "" : $"## What is different by default\n\n{Text.Changes}\n\n");
        text.Append(Draw is null ? "" : $"## Options\n\nBeside [those of all figures](from-arrays.md#options-of-all-figures):\n\n| option | meaning |\n| --- | --- |\n");
        text.AppendJoin("", Options.Select(o => Row(o) + "\n")).Append(Draw is null ? "" : "\n");
        text.Append("## Samples\n\nMade-up attention. Each picture is what the tests expect, to the byte.\n\n").AppendJoin("\n", Samples.Select(Sample));
        return text.ToString();
    }

    public static string Row(Option option)
    {
        var value = option.HelpName is { } name ? " " + name.Replace("|", "\\|", StringComparison.Ordinal) : "";
        return $"| `{option.Name}{value}` | {option.Description} |";
    }

    private string Drawn() => string.Concat(
        Draw is null ? "" : $"    izzyviz-site draw {Text.Id} DATA -o FIGURE.svg\n\nDrawn from {Text.Data}. ",
        Kind is { IsChoosable: true } ? $"In a site: `figures: [{Text.Id}]` in a gallery{(Kind.IsUsual ? ", or a gallery that names no figures" : "")}." : InSite(),
        "\n\n");

    private string InSite() => Kind?.Subject switch
    {
        FigureSubject.Run => "In a site it stands on the pages of models, heads and slices by itself.",
        FigureSubject.Comparison => "In a site it stands on the pages of comparisons.",
        _ => "A site does not draw it by itself.",
    };

    private static string Sample(GallerySample sample)
    {
        var command = sample.Data is null ? "" : $"\n\n    {sample.Command}\n\n[The data](samples/{sample.Data}.json)";
        return $"### {sample.Caption}\n\n![{sample.Caption}]({sample.Path}){command}\n";
    }

    private static KindText Words(FigureKind kind) => new(kind.Id, kind.Title, "") { Question = kind.Question, Reading = kind.Reading, Limits = kind.Limits };
}
