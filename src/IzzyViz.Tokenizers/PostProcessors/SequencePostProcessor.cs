using System.Collections.Immutable;
using IzzyViz.Tokenizers.Encodings;

namespace IzzyViz.Tokenizers.PostProcessors;

internal sealed class SequencePostProcessor(ImmutableArray<PostProcessor> steps) : PostProcessor
{
    public override int AddedTokens(bool pair) => steps.Sum(s => s.AddedTokens(pair));

    public override List<TokenRun> Apply(List<TokenRun> runs, bool addSpecialTokens)
    {
        foreach (var step in steps)
        {
            runs = step.Apply(runs, addSpecialTokens);
        }

        return runs;
    }
}
