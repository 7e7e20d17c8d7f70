namespace IzzyViz.Tokenizers.Models;

/// <summary>The token for what a vocabulary lacks. That there is none matters only when one is needed.</summary>
internal sealed class UnknownToken(string text, Vocabulary vocabulary, string file, string component)
{
    private readonly int? _id = vocabulary.IdOf(text);

    public string Text => text;

    public int Id => _id ?? throw new TokenizerException(
        file,
        component,
        $"the text holds something that is not in the vocabulary, and the unknown token '{text}' is not in it either.",
        "Add the unknown token to the vocabulary or name another one as unk_token.");
}
