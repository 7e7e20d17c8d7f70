using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Structures;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>The sentences and facts of a model page.</summary>
internal static class ModelWords
{
    /// <summary>Outputs that differ by no more are the same; the cause is the order of additions.</summary>
    private const double SameOutput = 1e-4;

    public static string Lead(SiteIndex site, ModelCard card)
    {
        if (card.NotCaptured is { } why)
        {
            return $"{Words.Sentence(Article(card.Architecture))}, not captured, because {why}.";
        }

        var captured = card.Modules.Where(m => m.Refused is null).ToList();
        var refused = card.Modules.Length - captured.Count;
        var runs = site.RunsOf(card.Id);
        var examples = runs.Sum(r => r.Table.Examples.Length);
        var shown = $"{Words.Sentence(Article(card.Architecture))} with {Words.Count(captured.Sum(m => m.Heads), "attention head")} in {Words.Count(captured.Count, "module")}";
        var measured = runs.IsEmpty ? "not measured" : $"measured on {Words.Count(examples, "example")} of {Words.List([.. runs.Select(r => r.SliceId)])}";
        return refused == 0 ? $"{shown}, {measured}." : $"{shown}, {measured}; {Words.Count(refused, "module")} could not be captured.";
    }

    public static ImmutableArray<Fact> Facts(ModelCard card) =>
    [
        .. StructureFacts.Of(card.Structure, card.Tokenizer).Select(f => new Fact(Words.Sentence(f.Name), f.Value)),
        .. card.Licence is { } licence ? [new Fact("Licence", licence)] : ImmutableArray<Fact>.Empty,
    ];

    public static string? OutputCheck(ModelCard card) => card.OutputDifference switch
    {
        null => null,
        { } same when same <= SameOutput => $"The model answers as it did before attention outputs were added: largest difference {Quantity.Small(same).Text}.",
        { } other => $"The model answers differently with attention outputs added: largest difference {Quantity.Small(other).Text}.",
    };

    public static Neighbours Around(SiteIndex site, ModelCard card)
    {
        var models = site.Content.Models;
        var place = models.IndexOf(card);
        var group = site.GroupOf(card.Id);
        return new() { Previous = At(place - 1), Next = At(place + 1) };

        PageLink? At(int index) => index < 0 || index >= models.Length ? null : new(group.Members.FirstOrDefault(m => m.Card == models[index])?.Label ?? models[index].Id, SiteAddresses.Model(models[index].Id));
    }

    private static string Article(string noun) => ("aeiou".Contains(noun[0], StringComparison.OrdinalIgnoreCase) ? "an " : "a ") + noun;
}
