using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Pages;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Building;

/// <summary>What pages say about a model besides its runs.</summary>
internal static class ModelCards
{
    public static ModelCard Make(LoadedModel model, double? outputDifference)
    {
        var structure = model.Run.Structure;
        return new()
        {
            Id = model.Plan.Id,
            Title = model.Plan.Title,
            Licence = model.Plan.Licence,
            Architecture = Words(structure.Task),
            Success = Success(structure.Task),
            Precision = structure.Precision,
            Bytes = model.Run.Folder.TotalBytes,
            ContentHash = model.Run.ContentHash,
            Facts = Facts(model),
            Modules = structure.Modules,
            NotCaptured = NothingToCapture.Why(structure),
            OutputDifference = outputDifference,
        };
    }

    private static string Words(ModelTask task) => task switch
    {
        ModelTask.Classifier => "encoder with a classification head",
        ModelTask.TokenClassifier => "encoder with a class per token",
        ModelTask.MaskedLanguageModel => "encoder that fills in masked tokens",
        ModelTask.CausalLanguageModel => "decoder that predicts the next token",
        ModelTask.Translator => "encoder and decoder that write a text for a text",
        ModelTask.Embedding => "encoder with one vector per text",
        _ => "encoder with a vector per token",
    };

    private static string Success(ModelTask task) => task switch
    {
        ModelTask.CausalLanguageModel or ModelTask.MaskedLanguageModel => "last token foreseen",
        ModelTask.Translator => "exactly the target",
        _ => "as labelled",
    };

    private static ImmutableSortedDictionary<string, string> Facts(LoadedModel model)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (domain, version) in model.Run.Structure.Opsets)
        {
            facts[domain.Length == 0 ? "Operator set" : $"Operator set {domain}"] = version.ToString(CultureInfo.InvariantCulture);
        }

        if (model.Run.Structure.Positions is { } positions)
        {
            facts["Positions"] = positions.ToString(CultureInfo.InvariantCulture);
        }

        if (model.Run.Structure.VocabularyRows is { } rows)
        {
            facts["Vocabulary"] = rows.ToString(CultureInfo.InvariantCulture);
        }

        return facts.ToImmutable();
    }
}
