using IzzyViz.Analysis.Captures;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>The token a figure follows unless it is told another: where the model's answer is most often read.</summary>
internal static class FollowedToken
{
    /// <summary>The first token where the text is seen both ways and begins with a special one, as [CLS] is; else the last that is not special, and the last of all where all are.</summary>
    public static int Of(AttentionAxes axes)
    {
        var tokens = axes.Queries.Tokens;
        if (axes.Mask.IsFull && tokens[0].IsSpecial)
        {
            return 0;
        }

        var last = tokens.Length - 1;
        while (last > 0 && tokens[last].IsSpecial)
        {
            last--;
        }

        return tokens[last].IsSpecial ? tokens.Length - 1 : last;
    }
}
