using System.Text.Json;
using IzzyViz.Testing;
using IzzyViz.Tokenizers.Tests.Folders;

namespace IzzyViz.Tokenizers.Tests.Recipes;

/// <summary>Takes a <c>tokenizer.json</c> apart into the older files it was once made from.</summary>
internal sealed class FixtureFiles(TempFolder folder, JsonElement tokenizer)
{
    private readonly JsonElement _model = tokenizer.GetProperty("model");

    /// <param name="configuration">Members of the configuration file, the class first.</param>
    public void Write(string configuration)
    {
        var tokens = tokenizer.GetProperty("added_tokens").EnumerateArray().Select(t => $"\"{t.GetProperty("id")}\":{t.GetRawText()}");
        folder.Write("tokenizer_config.json", "{" + configuration + ",\"added_tokens_decoder\":{" + string.Join(',', tokens) + "}}");
        switch (_model.GetProperty("type").GetString())
        {
            case "WordPiece":
                folder.Write("vocab.txt", string.Concat(Ordered().Select(t => t + "\n")));
                break;
            case "Unigram":
                new SentencePieceWriter(1, _model.GetProperty("unk_id").GetInt32(), []).Write(folder["spiece.model"], Unigram());
                break;
            case "BPE" when _model.GetProperty("fuse_unk").GetBoolean():
                new SentencePieceWriter(2, 0, []).Write(folder["tokenizer.model"], Scored());
                break;
            default:
                folder.Write("vocab.json", _model.GetProperty("vocab").GetRawText());
                folder.Write("merges.txt", "#version: 0.2\n" + string.Concat(Merges().Select(m => $"{m.Left} {m.Right}\n")));
                break;
        }
    }

    private IEnumerable<string> Ordered() => _model.GetProperty("vocab").EnumerateObject().OrderBy(p => p.Value.GetInt32()).Select(p => p.Name);

    private IEnumerable<(string Left, string Right)> Merges() => _model.GetProperty("merges").EnumerateArray().Select(m =>
        m.ValueKind == JsonValueKind.Array ? (m[0].GetString()!, m[1].GetString()!) : (m.GetString()!.Split(' ')[0], m.GetString()!.Split(' ')[1]));

    private IEnumerable<(string, float, int)> Unigram() => _model.GetProperty("vocab").EnumerateArray().Select((p, i) => (p[0].GetString()!, (float)p[1].GetDouble(), i == 3 ? 2 : i < 3 ? 3 : 1));

    /// <summary>The score of a piece is minus the rank of its first merge.</summary>
    private IEnumerable<(string, float, int)> Scored()
    {
        var ranks = new Dictionary<string, int>();
        foreach (var (left, right) in Merges())
        {
            ranks.TryAdd(left + right, ranks.Count);
        }

        return Ordered().Select((p, i) => (p, ranks.TryGetValue(p, out var rank) ? -rank : -1e6f, i == 0 ? 2 : i < 3 ? 3 : 1));
    }
}
