using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures.Checks;

/// <summary>A few small token ids: enough to see heads, and zeros above the diagonal.</summary>
internal static class Calibration
{
    private const int Tokens = 8;

    public static ModelInput Input(ImmutableArray<GraphRunner> runners)
    {
        var rows = runners.Min(r => Vocabulary.Rows(r.Analysis.Flow)) ?? Tokens;
        ImmutableArray<int> ids = [.. Enumerable.Range(0, Tokens).Select(i => (int)((3 + i) % rows))];
        var hasTarget = runners.Length > 1 || runners[0].Analysis.Flow.FedInputs.Any(i => i.Name.StartsWith("decoder_input", StringComparison.Ordinal));
        return new() { Source = ids, Target = hasTarget ? ids[..4] : [] };
    }
}
