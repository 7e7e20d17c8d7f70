namespace IzzyViz.Tokenizers.Decoders;

/// <summary>Joins continuations and, on demand, closes the gaps of English punctuation.</summary>
internal sealed class WordPieceDecoder(string prefix, bool cleanup) : Decoder
{
    private static readonly (string, string)[] Gaps =
    [
        (" .", "."), (" ?", "?"), (" !", "!"), (" ,", ","), (" ' ", "'"), (" n't", "n't"),
        (" 'm", "'m"), (" do not", " don't"), (" 's", "'s"), (" 've", "'ve"), (" 're", "'re"),
    ];

    public override List<string> Apply(List<string> tokens) => Each(tokens, (token, index) =>
    {
        var text = index == 0 ? token : token.StartsWith(prefix, StringComparison.Ordinal) ? token[prefix.Length..] : " " + token;
        return cleanup ? CleanUp(text) : text;
    });

    public static string CleanUp(string text) =>
        Gaps.Aggregate(text, (t, gap) => t.Replace(gap.Item1, gap.Item2, StringComparison.Ordinal));
}
