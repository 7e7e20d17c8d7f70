using System.Text.Json;
using IzzyViz.Tokenizers.Json;

namespace IzzyViz.Tokenizers.Models;

/// <summary>Reads a model's vocabulary and merges from the stream; everything else is small and kept as a tree.</summary>
internal static class ModelReader
{
    private const string Component = "model";

    /// <summary>Reads the object whose opening brace comes next.</summary>
    public static ModelDraft Read(JsonTokenStream stream)
    {
        if (stream.Kind != JsonTokenType.StartObject)
        {
            throw stream.Unexpected(Component, "an object");
        }

        var draft = new ModelDraft();
        while (stream.Read() && stream.Kind != JsonTokenType.EndObject)
        {
            Property(stream, stream.Text, draft);
        }

        return draft;
    }

    private static void Property(JsonTokenStream stream, string name, ModelDraft draft)
    {
        stream.Read();
        switch (name, stream.Kind)
        {
            case ("vocab", JsonTokenType.StartObject):
                Vocabulary(stream, draft.Ids);
                break;
            case ("vocab", JsonTokenType.StartArray):
                Scored(stream, draft.Scored = []);
                break;
            case ("merges", JsonTokenType.StartArray):
                Merges(stream, draft.Merges = []);
                break;
            default:
                draft.Settings[name] = JsonTree.Read(stream);
                break;
        }
    }

    public static void Vocabulary(JsonTokenStream stream, Dictionary<string, int> ids)
    {
        while (stream.Read() && stream.Kind != JsonTokenType.EndObject)
        {
            var token = stream.Text;
            stream.Expect(JsonTokenType.Number, Component);
            ids[token] = stream.Number is >= 0 and < int.MaxValue && stream.Number == Math.Floor(stream.Number)
                ? (int)stream.Number
                : throw new TokenizerException(
                    stream.File, Component, $"the id {stream.Number} of '{token}' is out of range.", "Ids are whole numbers from 0; take the file from the model again.");
        }
    }

    private static void Scored(JsonTokenStream stream, List<ScoredToken> tokens)
    {
        while (stream.Read() && stream.Kind == JsonTokenType.StartArray)
        {
            stream.Expect(JsonTokenType.String, Component);
            var text = stream.Text;
            stream.Expect(JsonTokenType.Number, Component);
            tokens.Add(new(text, stream.Number));
            stream.Expect(JsonTokenType.EndArray, Component);
        }
    }

    private static void Merges(JsonTokenStream stream, List<MergeRule> merges)
    {
        while (stream.Read() && stream.Kind != JsonTokenType.EndArray)
        {
            if (stream.Kind == JsonTokenType.StartArray)
            {
                merges.Add(Pair(stream));
            }
            else if (stream.Kind != JsonTokenType.String)
            {
                throw stream.Unexpected(Component, "a merge");
            }
            else if (!stream.Text.StartsWith("#version", StringComparison.Ordinal))
            {
                merges.Add(Joined(stream.Text, merges.Count, stream.File));
            }
        }
    }

    public static MergeRule Joined(string text, int index, string file)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && space < text.Length - 1 && text.IndexOf(' ', space + 1) < 0
            ? new(text, space)
            : throw new TokenizerException(file, "model BPE", $"merge {index + 1}, '{text}', is not two tokens.", "Take vocabulary and merges from the same model.");
    }

    private static MergeRule Pair(JsonTokenStream stream)
    {
        stream.Expect(JsonTokenType.String, Component);
        var left = stream.Text;
        stream.Expect(JsonTokenType.String, Component);
        var rule = new MergeRule(left, 0, stream.Text);
        stream.Expect(JsonTokenType.EndArray, Component);
        return rule;
    }
}
