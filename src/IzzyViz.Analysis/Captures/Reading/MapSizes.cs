using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures.Reading;

/// <summary>What a run's maps will take, before it is run.</summary>
internal static class MapSizes
{
    /// <summary>Of a module whose heads only a run can tell.</summary>
    private const int UsualHeads = 16;

    /// <summary>Bytes of all maps in single precision, tokens taken as keys also where another stream has them.</summary>
    public static long Of(ImmutableArray<AttentionModule> modules, ModelConfig config, FeedLengths lengths)
    {
        var cells = (Int128)lengths.Batch * lengths.Tokens * (lengths.Past + lengths.Tokens);
        var heads = modules.Sum(m => m.Heads > 0 ? m.Heads : config.Heads ?? UsualHeads);
        return (long)Int128.Min(long.MaxValue, cells * heads * sizeof(float));
    }
}
