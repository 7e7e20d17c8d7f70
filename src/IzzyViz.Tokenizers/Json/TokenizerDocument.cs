using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Json;

/// <summary>The parts of a <c>tokenizer.json</c>, read in one pass and not yet built.</summary>
internal sealed record TokenizerDocument
{
    private const string OnlyVersion = "1.0";

    public required string File { get; init; }

    public required ModelDraft Model { get; init; }

    public ImmutableArray<AddedToken> AddedTokens { get; init; } = [];

    /// <summary>Everything but the model and the added tokens, by name.</summary>
    public JsonObject Parts { get; init; } = [];

    public JsonPart? Part(string name) => JsonPart.From(Parts[name], File, name.Replace('_', '-'));

    public static TokenizerDocument Read(string path)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new TokenizerException(path, "file", "it cannot be read.", "Check the path and its permissions.", problem);
        }
    }

    public static TokenizerDocument Read(Stream stream, string file)
    {
        var json = new JsonTokenStream(stream, file);
        json.Expect(JsonTokenType.StartObject, "document");
        ModelDraft? model = null;
        var parts = new JsonObject();
        while (json.Read() && json.Kind != JsonTokenType.EndObject)
        {
            var name = json.Text;
            json.Read();
            if (name == "model")
            {
                model = ModelReader.Read(json);
            }
            else
            {
                parts[name] = JsonTree.Read(json);
            }
        }

        json.Read();
        return Create(file, model, parts);
    }

    private static TokenizerDocument Create(string file, ModelDraft? model, JsonObject parts)
    {
        var root = new JsonPart(parts, file, "document");
        if (root.Has("version") && root.Text("version") != OnlyVersion)
        {
            throw root.Unsupported($"version {root.Text("version")} is not known, only {OnlyVersion}.", "Save the tokenizer with a version of the library that writes 1.0.");
        }

        return new()
        {
            File = file,
            Model = model ?? throw root.Missing("model", "an object"),
            AddedTokens = root.Has("added_tokens") ? [.. (root with { Place = "added tokens" }).Parts("added_tokens").Select(AddedTokenPart.Load)] : [],
            Parts = parts,
        };
    }
}
