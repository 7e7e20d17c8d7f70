namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Position ids as decoders take them: real tokens count from 0, padding has 1.</summary>
internal static class TokenPositions
{
    /// <param name="mask"><c>[batch, past + tokens]</c></param>
    /// <returns><c>[batch, tokens]</c></returns>
    public static long[] Of(ReadOnlySpan<long> mask, FeedLengths lengths)
    {
        var (total, positions) = ((int)(lengths.Past + lengths.Tokens), new List<long>());
        for (var b = 0; b < lengths.Batch; b++)
        {
            long seen = 0;
            for (var t = 0; t < total; t++)
            {
                var isReal = mask[(b * total) + t] != 0;
                seen += isReal ? 1 : 0;
                if (t >= lengths.Past)
                {
                    positions.Add(isReal ? seen - 1 : 1);
                }
            }
        }

        return [.. positions];
    }
}
