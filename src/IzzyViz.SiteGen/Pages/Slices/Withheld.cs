using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Slices;

/// <summary>
/// Takes every string of a hidden dataset out of what pages see: texts, ids, labels, tags, filters, answers. Rows become <see cref="WithheldRows"/>, tokens numbered
/// placeholders; token ids go too, because with the vocabulary they are the text. Applied once, before any page is made.
/// </summary>
internal static class Withheld
{
    public static SiteContent From(SiteContent content) =>
        content.Runs.Any(r => r.Plan.Dataset.IsHidden)
            ? content with { Runs = [.. content.Runs.Select(r => r.Plan.Dataset.IsHidden ? Hide(r) : r)] }
            : content;

    private static RunContent Hide(RunContent run)
    {
        var table = WithheldRows.Of(run.Table);
        var slice = run.Plan.Slice with { Where = run.Plan.Slice.Where.Clear() };
        return run with
        {
            Plan = run.Plan with { Slice = slice },
            Summary = run.Summary with { Table = table },
            Shown = Hide(run.Shown),
            Compared = Hide(run.Compared),
        };

        ImmutableArray<ShownExample> Hide(ImmutableArray<ShownExample> examples) =>
            [.. examples.Select(s => s with { Load = () => Withheld.Hide(s.Load(), table.Examples[s.Index].Id) })];
    }

    private static ExampleSummary Hide(ExampleSummary example, string id)
    {
        var source = Hide(example.Source);
        var target = example.Target is null ? null : Hide(example.Target);
        return example with
        {
            ExampleId = id,
            Source = source,
            Target = target,
            Outputs = Hide(example.Outputs),
            Modules = [.. example.Modules.Select(m => Hide(m, example, (source, target ?? source)))],
        };
    }

    private static ModuleSummary Hide(ModuleSummary module, ExampleSummary example, (TokenSequence Source, TokenSequence Target) hidden)
    {
        var axes = module.Axes with { Queries = Of(module.Axes.Queries), Keys = Of(module.Axes.Keys) };
        return module with { Axes = axes, Maps = [.. module.Maps.Select(m => m with { Axes = axes })] };

        TokenSequence Of(TokenSequence tokens) => ReferenceEquals(tokens, example.Source) ? hidden.Source : ReferenceEquals(tokens, example.Target) ? hidden.Target : Hide(tokens);
    }

    private static TokenSequence Hide(TokenSequence tokens) => tokens with
    {
        Texts = [],
        Tokens = [.. tokens.Tokens.Select((t, i) => t with { Id = i, Label = t.IsSpecial ? "special" : $"{i}", Start = 0, End = 0 })],
    };

    /// <summary>Predictions name tokens and translations are texts; classes belong to the model and stay.</summary>
    private static ModelOutputs Hide(ModelOutputs outputs) => outputs with
    {
        Language = outputs.Language is { } l ? l with { Tokens = [.. l.Tokens.Select((t, i) => t with { Id = i, Top = [] })] } : null,
        Translation = outputs.Translation is { } t ? t with { Text = "withheld" } : null,
    };
}
