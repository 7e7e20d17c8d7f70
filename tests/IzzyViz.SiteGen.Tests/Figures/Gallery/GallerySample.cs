using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Tests.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>One picture of the gallery: what it is called, what stands above it, and how it is drawn.</summary>
internal sealed record GallerySample(string Kind, string Name, string Caption)
{
    /// <summary>A file of docs/figures/samples; null where the picture is made of something else.</summary>
    public string? Data { get; init; }

    /// <summary>What follows the data on the command line.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>For kinds that <c>draw</c> does not have.</summary>
    public Func<Figure>? Figure { get; init; }

    /// <summary>The file, seen from docs/figures.</summary>
    public string Path => $"{Kind}/{Name}.svg";

    public string Command => $"izzyviz-site draw {string.Join(' ', [Kind, $"docs/figures/samples/{Data}.json", .. Options])} -o {Name}.svg";

    public static string Folder { get; } = System.IO.Path.Combine(Repository.Folder, "docs", "figures");

    public async Task<string> DrawAsync()
    {
        if (Figure is { } figure)
        {
            return FigureWriter.Standalone(figure());
        }

        using var folder = new TempFolder();
        var run = await Tool.RunAsync(["draw", Kind, System.IO.Path.Combine(Folder, "samples", $"{Data}.json"), .. Options, "-o", folder["figure.svg"]]);
        Assert.True(run.Exit == SiteGen.Cli.ExitCode.Done, run.Error);
        return File.ReadAllText(folder["figure.svg"]);
    }

    public override string ToString() => $"{Kind}/{Name}";
}
