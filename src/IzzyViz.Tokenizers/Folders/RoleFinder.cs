using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>Finds the ids of roles: by the names the files give, or else by the names everybody uses.</summary>
internal sealed class RoleFinder(HuggingFaceTokenizer tokenizer, TokenizerConfiguration? configuration)
{
    /// <param name="model">The model's settings, which name the unknown token.</param>
    public static Roles Find(HuggingFaceTokenizer tokenizer, TokenizerConfiguration? configuration, JsonObject model)
    {
        var finder = new RoleFinder(tokenizer, configuration);
        return new()
        {
            BeginningOfText = finder.Id("bos_token", "<s>", "<bos>", "<|begin_of_text|>"),
            EndOfText = finder.Id("eos_token", "</s>", "<eos>", "<|endoftext|>", "<|end_of_text|>"),
            Classification = finder.Id("cls_token", "[CLS]"),
            Separator = finder.Id("sep_token", "[SEP]"),
            Padding = finder.Id("pad_token", "[PAD]", "<pad>"),
            Mask = finder.Id("mask_token", "[MASK]", "<mask>"),
            Unknown = OfModel(tokenizer, model) ?? finder.Id("unk_token", "[UNK]", "<unk>"),
        };
    }

    private int? Id(string role, params IEnumerable<string> usual) =>
        configuration?.Role(role) is { } named ? tokenizer.IdOf(named) : usual.Select(tokenizer.IdOf).FirstOrDefault(id => id is not null);

    private static int? OfModel(HuggingFaceTokenizer tokenizer, JsonObject model)
    {
        if (model["unk_token"] is JsonValue name && name.TryGetValue<string>(out var token))
        {
            return tokenizer.IdOf(token);
        }

        return model["unk_id"] is JsonValue id && id.TryGetValue<double>(out var number) ? (int)number : null;
    }
}
