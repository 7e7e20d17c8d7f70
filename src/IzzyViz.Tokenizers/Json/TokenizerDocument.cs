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
    private const string Damaged = "Fetch the tokenizer again; it is damaged or made to fail.";

    /// <summary>A text goes through them one after the other; real tokenizers have ten.</summary>
    private const int MostSteps = 1000;

    /// <summary>Characters of all added tokens: each is a place in the tree they are found by. Real ones are some thousands of ten characters.</summary>
    private const int MostAddedCharacters = 1_000_000;

    public required string File { get; init; }

    public required ModelDraft Model { get; init; }

    public ImmutableArray<AddedToken> AddedTokens { get; init; } = [];

    /// <summary>Everything but the model and the added tokens, by name.</summary>
    public JsonObject Parts { get; init; } = [];

    public JsonPart? Part(string name) => JsonPart.From(Parts[name], File, name.Replace('_', '-')) is not { } part ? null
        : Steps(part.Node) <= MostSteps ? part : throw part.Unsupported($"it has more than {MostSteps} steps.", Damaged);

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
            AddedTokens = root.Has("added_tokens") ? Added(root with { Place = "added tokens" }) : [],
            Parts = parts,
        };
    }

    private static ImmutableArray<AddedToken> Added(JsonPart root)
    {
        ImmutableArray<AddedToken> tokens = [.. root.Parts("added_tokens").Select(AddedTokenPart.Load)];
        return tokens.Sum(t => (long)t.Content.Length) <= MostAddedCharacters ? tokens
            : throw root.Unsupported($"they have more than {MostAddedCharacters} characters.", Damaged);
    }

    /// <summary>Components in a component, however they lie in each other.</summary>
    private static int Steps(JsonNode? node) => node switch
    {
        JsonObject o => (o.ContainsKey("type") ? 1 : 0) + o.Sum(p => Steps(p.Value)),
        JsonArray a => a.Sum(Steps),
        _ => 0,
    };
}
