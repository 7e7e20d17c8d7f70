namespace IzzyViz.SiteGen.Arrays;

/// <summary>How vocabularies mark where words begin and go on.</summary>
internal static class TokenSpelling
{
    private const char Byte = 'Ġ';
    private const char Piece = '▁';
    private const char Shown = '·';
    private const char ShownContinuation = '‑';
    private const string Continuation = "##";

    /// <summary>A leading <c>Ġ</c> or <c>▁</c> as a middle dot, a leading <c>##</c> as a hyphen, as the rest of the site shows them.</summary>
    public static string Readable(string token)
    {
        if (token.Length > Continuation.Length && token.StartsWith(Continuation, StringComparison.Ordinal))
        {
            return ShownContinuation + token[Continuation.Length..];
        }

        return token.Length > 0 && token[0] is Byte or Piece ? Shown + token[1..] : token;
    }

    /// <summary>The token begins a word and says so.</summary>
    public static bool MarksBeginning(string token) => token.Length > 0 && token[0] is Byte or Piece or Shown or ' ';

    /// <summary>The token goes on with a word and says so.</summary>
    public static bool MarksContinuation(string token) =>
        (token.Length > 1 && token[0] == ShownContinuation) || (token.Length > Continuation.Length && token.StartsWith(Continuation, StringComparison.Ordinal));

    /// <summary>Without its mark.</summary>
    public static string Bare(string token) =>
        token.StartsWith(Continuation, StringComparison.Ordinal) && token.Length > Continuation.Length ? token[Continuation.Length..]
        : token.Length > 1 && (MarksBeginning(token) || MarksContinuation(token)) ? token[1..]
        : token;
}
