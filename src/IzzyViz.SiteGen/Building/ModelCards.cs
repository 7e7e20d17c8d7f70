using IzzyViz.Analysis.Models;
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
            Success = Success(structure.Task),
            ContentHash = model.Run.ContentHash,
            Structure = structure,
            Tokenizer = model.Run.Folder.TokenizerPath is { } tokenizer ? Path.GetFileName(tokenizer) : null,
            OutputDifference = outputDifference,
        };
    }

    private static string Success(ModelTask task) => task switch
    {
        ModelTask.CausalLanguageModel or ModelTask.MaskedLanguageModel => "last token foreseen",
        ModelTask.Translator => "exactly the target",
        _ => "as labelled",
    };
}
