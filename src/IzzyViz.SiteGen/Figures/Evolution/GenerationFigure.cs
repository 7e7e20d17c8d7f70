using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Evolution;

internal sealed record GenerationOptions
{
    /// <summary>How many tokens were given; at least 1 and fewer than there are.</summary>
    public required int Prompt { get; init; }

    public string Slug { get; init; } = "generation";

    public string Heads { get; init; } = "mean of all heads of all layers";

    public double Exponent { get; init; } = 0.7;
}

/// <summary>A text while it is written: a row per new token, what the model looked at when it chose it.</summary>
internal static class GenerationFigure
{
    /// <param name="map">A causal map over the prompt and what was written, or one of cross-attention from what was written to the source: a head, or a mean.</param>
    public static Figure Draw(AttentionMap map, GenerationOptions options)
    {
        var steps = GenerationSteps.Of(map, options.Prompt);
        var largest = steps.SelectMany(s => Enumerable.Range(0, map.Axes.Keys.Count).Where(k => map.Axes.Mask[s.Query, k]).Select(k => (double)map[s.Query, k])).Max();
        var scale = new ColorScale(0, largest, options.Exponent);
        var (written, tokens) = (map.Axes.Queries, map.Axes.Keys);
        return new()
        {
            Slug = options.Slug,
            Title = "While the text was written",
            Description = $"{steps.Length} tokens written{(GenerationSteps.IsSelf(map) ? $" after a prompt of {options.Prompt}" : "")}. " + string.Join(" ", steps.Take(12).Where(s => !s.Strongest.IsEmpty).Select(s =>
                $"“{written.Tokens[s.Written].Label}”: most on “{tokens.Tokens[s.Strongest[0].Key].Label}” ({FigureNumber.Score(s.Strongest[0].Weight)}).")),
            HowToRead = "Each row is a step: the token on the left was written by the position before it, and the row shows where that position attended. "
                + (GenerationSteps.IsSelf(map) ? "Columns are the tokens there were by then, the prompt before the line, what was written behind it." : "Columns are the tokens of the source.")
                + " The bar splits the weight; beside it stand the keys with most of it.",
            Legend = $"Colour is weight, {options.Heads}, from 0 to {FigureNumber.Tick(largest, largest)}, exponent {FigureNumber.Exponent(options.Exponent)}. {(GenerationSteps.IsSelf(map) ? "The first token, which often collects what is not needed elsewhere, has its own part of the bar and is" : "Special tokens have their own part of the bar and are")} not among the keys named.",
            Scene = new GenerationSheet(map, steps, options.Prompt, scale).Compose(),
        };
    }
}
