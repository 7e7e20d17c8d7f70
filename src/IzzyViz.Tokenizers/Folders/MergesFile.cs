using System.Text.Json;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary><c>vocab.json</c> and <c>merges.txt</c>.</summary>
internal static class MergesFile
{
    /// <param name="most">How many merges count, from the first.</param>
    public static ModelDraft Read(RecipeInput input, int most = int.MaxValue)
    {
        var (vocabulary, merges) = (input.Require("vocab.json"), input.Require("merges.txt"));
        var model = new ModelDraft { Settings = new() { ["type"] = "BPE" }, Merges = [] };
        using var stream = File.OpenRead(vocabulary);
        var json = new JsonTokenStream(stream, vocabulary);
        json.Expect(JsonTokenType.StartObject, "vocabulary");
        ModelReader.Vocabulary(json, model.Ids);
        foreach (var line in File.ReadLines(merges).Where(l => l.Length > 0 && !l.StartsWith("#version", StringComparison.Ordinal)).Take(most))
        {
            model.Merges.Add(ModelReader.Joined(line, model.Merges.Count, merges));
        }

        return model;
    }
}
