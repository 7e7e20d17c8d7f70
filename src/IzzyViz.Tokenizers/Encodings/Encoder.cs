using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Encodings;

/// <summary>From texts to finished encodings: segments, truncation, template, padding.</summary>
internal sealed class Encoder(Pipeline pipeline, string file)
{
    /// <param name="inputs">Per input one or two segments.</param>
    /// <param name="words">Whether a segment is a list of words given ready; else it is one text.</param>
    public Encoding[] Encode(IReadOnlyList<string[][]> inputs, bool words, EncodeOptions options)
    {
        var texts = inputs.Select(i => i.Select(s => s.Select(t => new SourceText(t)).ToArray()).ToArray()).ToArray();
        var runs = texts.Select(t => Run(t, words, options)).ToArray();
        if (options.Padding is { } padding && runs.Length > 0)
        {
            Padding.Apply(runs, padding);
        }

        return [.. runs.Select((run, i) => new EncodingWriter(texts[i], words).Write(run))];
    }

    private TokenRun Run(SourceText[][] texts, bool words, EncodeOptions options)
    {
        var runs = texts.Select((segment, i) => Segment(segment, i, words, options.Truncation)).ToList();
        if (options.Truncation is { } truncation)
        {
            var added = options.AddSpecialTokens ? pipeline.PostProcessor?.AddedTokens(runs.Count == 2) ?? 0 : 0;
            new Truncation(truncation, file).Apply(runs, truncation.MaxLength - added);
        }

        var whole = new TokenRun();
        foreach (var run in pipeline.PostProcessor?.Apply(runs, options.AddSpecialTokens) ?? runs)
        {
            whole.Append(run);
        }

        return whole;
    }

    private TokenRun Segment(SourceText[] texts, int segment, bool words, TruncationOptions? truncation)
    {
        var run = new TokenRun();
        for (var i = 0; i < texts.Length; i++)
        {
            pipeline.Encode(texts[i], segment, words ? i : -1, truncation, run.Entries);
        }

        return run;
    }
}
