using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>Finds the ids of roles: by the names the files give, or else by the names everybody uses.</summary>
internal static class RoleFinder
{
    /// <param name="model">The model's settings, which name the unknown token.</param>
    public static Roles Find(HuggingFaceTokenizer tokenizer, TokenizerConfiguration? configuration, JsonObject model)
    {
        int? Id(string role, params ReadOnlySpan<string> usual)
        {
            if (configuration?.Role(role) is { } named)
            {
                return tokenizer.IdOf(named);
            }

            foreach (var token in usual)
            {
                if (tokenizer.IdOf(token) is { } id)
                {
                    return id;
                }
            }

            return null;
        }

        return new()
        {
            BeginningOfText = Id("bos_token", "<s>", "<bos>", "<|begin_of_text|>"),
            EndOfText = Id("eos_token", "</s>", "<eos>", "<|endoftext|>", "<|end_of_text|>"),
            Classification = Id("cls_token", "[CLS]"),
            Separator = Id("sep_token", "[SEP]"),
            Padding = Id("pad_token", "[PAD]", "<pad>"),
            Mask = Id("mask_token", "[MASK]", "<mask>"),
            Unknown = OfModel(tokenizer, model) ?? Id("unk_token", "[UNK]", "<unk>"),
        };
    }

    private static int? OfModel(HuggingFaceTokenizer tokenizer, JsonObject model)
    {
        if (model["unk_token"] is JsonValue name && name.TryGetValue<string>(out var token))
        {
            return tokenizer.IdOf(token);
        }

        return model["unk_id"] is JsonValue id && id.TryGetValue<double>(out var number) ? (int)number : null;
    }
}
