using System.Collections.Immutable;
using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Printing;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>One figure to draw: from what, and where it goes.</summary>
internal sealed record DrawRequest(FigureArrays Arrays, MapSettings Settings, string Path)
{
    /// <summary>Where the numbers go.</summary>
    public string? Numbers { get; init; }

    public bool IsOneOfMany { get; init; }

    /// <summary>What is wrong with the paths that were given.</summary>
    public static IEnumerable<string> Problems(DrawKind kind, (string? Out, string? Numbers) paths)
    {
        if (paths.Out is not { } path)
        {
            yield break;
        }

        if (!DrawnFile.IsKnown(path))
        {
            yield return $"'{path}' has none of the endings {string.Join(", ", DrawnFile.Endings)}.";
        }

        if ((DrawnSeries.Unknown(path) ?? DrawnSeries.Unknown(paths.Numbers ?? "")) is { } unknown)
        {
            yield return $"'{unknown}' is none of {string.Join(", ", DrawnSeries.Places)}.";
        }
        else if (DrawnSeries.IsMeant(path) && kind.Need != ArrayNeed.One)
        {
            yield return $"'{path}' asks for a figure of every map, but '{kind.Text.Id}' is drawn from {kind.Text.Data}.";
        }
        else if (paths.Numbers is { } numbers && DrawnSeries.IsMeant(path) != DrawnSeries.IsMeant(numbers))
        {
            yield return $"'{path}' and '{numbers}' are not as many files: give both places such as {{head}}, or neither.";
        }
    }

    /// <summary>One request, or one for every map of the file.</summary>
    public static ImmutableArray<DrawRequest> Of(DrawKind kind, ParseResult parsed)
    {
        var (path, numbers) = (parsed.GetRequiredValue(DrawOptions.Out), parsed.GetValue(DrawOptions.Numbers));
        var (settings, isSeries) = (new DrawCall(parsed).Settings, DrawnSeries.IsMeant(path));
        var arrays = Read(parsed, isSeries ? ArrayNeed.Each : kind.Need);
        if (!isSeries)
        {
            return [new(arrays, settings, path) { Numbers = numbers }];
        }

        var requests = DrawnSeries.Of(arrays).Select(one => new DrawRequest(one.Arrays, settings with { Title = one.Title(kind, settings) }, one.Fill(path))
        {
            Numbers = numbers is null ? null : one.Fill(numbers),
            IsOneOfMany = true,
        }).ToImmutableArray();
        return Distinct(requests, parsed.GetRequiredValue(DrawOptions.Data));
    }

    public void Write(DrawnFigure drawn, FigureFileOptions options)
    {
        if (IsOneOfMany)
        {
            DrawnFile.MakeFolder(Path);
        }

        DrawnFile.Write(Path, drawn.Figure, options);
        if (Numbers is { } numbers)
        {
            DrawnFile.WriteNumbers(numbers, drawn.Data);
        }
    }

    private static ImmutableArray<DrawRequest> Distinct(ImmutableArray<DrawRequest> requests, string data) =>
        requests.GroupBy(s => s.Path, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } clash
            ? throw new DiagnosticException(ArrayDiagnostics.OneFileForSeveral.At(data, clash.Count(), clash.Key))
            : requests;

    private static FigureArrays Read(ParseResult parsed, ArrayNeed need)
    {
        var arrays = ArrayFile.Read(parsed.GetRequiredValue(DrawOptions.Data), new()
        {
            Need = need,
            Tensors = [.. parsed.GetValue(DrawOptions.Tensor)!],
            Item = parsed.GetValue(DrawOptions.Item),
            Heads = [.. parsed.GetValue(DrawOptions.Head)!],
            TokensFile = parsed.GetValue(DrawOptions.Tokens),
        });
        arrays = parsed.GetValue(DrawOptions.MergeWords) ? ArrayChanges.MergeWords(arrays) : arrays;
        return parsed.GetValue(DrawOptions.HideSpecial) ? ArrayChanges.HideSpecial(arrays) : arrays;
    }
}
