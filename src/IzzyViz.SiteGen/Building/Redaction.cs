using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Building;

/// <summary>
/// <c>privacy: hidden</c>: no string of the dataset reaches the site. Ids become row numbers, tokens numbered placeholders; texts, labels, tags,
/// predicted tokens and written texts go. Numbers, hashes and the model's own class names stay.
/// </summary>
internal abstract class Redaction
{
    public static readonly Redaction None = new Open();
    public static readonly Redaction Hidden = new Closed();

    public abstract RunTable Apply(RunTable table);

    public abstract ExampleSummary Apply(ExampleSummary example, int index);

    private sealed class Open : Redaction
    {
        public override RunTable Apply(RunTable table) => table;

        public override ExampleSummary Apply(ExampleSummary example, int index) => example;
    }

    private sealed class Closed : Redaction
    {
        public override RunTable Apply(RunTable table) => table with { Examples = [.. table.Examples.Select(Apply)] };

        public override ExampleSummary Apply(ExampleSummary example, int index)
        {
            var source = Apply(example.Source);
            var target = example.Target is null ? null : Apply(example.Target);
            return example with
            {
                ExampleId = IdOf(index),
                Source = source,
                Target = target,
                Outputs = example.Outputs with { Language = Apply(example.Outputs.Language), Translation = null },
                Modules = [.. example.Modules.Select(m => Apply(m, example, (source, target)))],
            };
        }

        private static string IdOf(int index) => $"row-{index + 1}";

        private static ExampleRow Apply(ExampleRow row, int index) => row with
        {
            Id = IdOf(index),
            Text = "",
            Label = null,
            Tags = [],
            Outputs = row.Outputs with { Answer = row.Outputs.Margin is null ? "" : row.Outputs.Answer },
        };

        private static TokenSequence Apply(TokenSequence tokens) => tokens with
        {
            Texts = [],
            Tokens = [.. tokens.Tokens.Select((t, i) => t with { Id = 0, Start = 0, End = 0, Label = t.IsSpecial ? t.Label : $"t{i}" })],
        };

        private static LanguageModelling? Apply(LanguageModelling? language) => language is null ? null : language with
        {
            Tokens = [.. language.Tokens.Select(t => t with { Id = 0, Top = [] })],
        };

        private static ModuleSummary Apply(ModuleSummary module, ExampleSummary example, (TokenSequence Source, TokenSequence? Target) hidden)
        {
            TokenSequence Of(TokenSequence tokens) => ReferenceEquals(tokens, example.Target) ? hidden.Target! : hidden.Source;
            var axes = new AttentionAxes(Of(module.Axes.Queries), Of(module.Axes.Keys), module.Axes.Mask);
            return module with { Axes = axes, Maps = [.. module.Maps.Select(m => m with { Axes = axes })] };
        }
    }
}
